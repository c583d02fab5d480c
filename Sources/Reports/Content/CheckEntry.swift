import Rules

/// A check with its results under every edition.
struct CheckEntry {
  /// What the reader is told of it.
  enum Category {
    /// Something was found that counts.
    case finding
    /// Nothing was found, but it stands against a pass.
    case open
    /// Found, or not determined, but without weight.
    case informational
    case passed
    case notSelected
  }

  struct Judgement {
    let edition: Edition
    let result: RuleResult
  }

  let check: Check
  /// Under each edition, the one asked for first.
  let judgements: [Judgement]
  let rows: [Row]
  let category: Category
  /// The result that the entry is shown by: the worst, that of the edition asked for among equals.
  let principal: RuleResult

  init(check: Check, judgements: [Judgement], redactor: Redactor) {
    self.check = check
    self.judgements = judgements
    let evidence = judgements.map(\.result).filter { $0.status == .fail }.map(\.evidence)
    let widest = evidence.max { $0.count < $1.count } ?? judgements.first?.result.evidence ?? []
    self.rows = widest.map { Row($0, redactor) }
    let all = judgements.map { Self.category($0.result) }
    let order: [Category] = [.finding, .open, .informational, .passed]
    let category = order.first(where: all.contains) ?? .notSelected
    self.category = category
    self.principal = judgements[all.firstIndex(of: category) ?? 0].result
  }

  static func category(_ result: RuleResult) -> Category {
    guard result.effect != .notSelected, result.status != .notselected else { return .notSelected }
    if result.status == .fail, result.blocksPass { return .finding }
    if result.blocksPass { return .open }
    let isSettled = result.status == .fail && result.effect != .informational
    if result.status == .pass || isSettled { return .passed }
    return .informational
  }

  var isPending: Bool {
    if case .pending = check.method { true } else { false }
  }

  /// Whether a person's answer can settle it.
  var isAskable: Bool {
    switch check.method {
    case .manual, .pending: judgements.contains { $0.result.status == .notchecked }
    case .query:
      judgements.map(\.result).contains { $0.effect == .blocksPass && $0.status == .fail && $0.blocksPass }
    }
  }
}
