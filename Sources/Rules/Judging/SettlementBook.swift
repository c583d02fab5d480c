import Facts

/// What a person signs to settle findings: an answer or a waiver.
protocol Settling: Sendable {
  var check: String { get }
  var scope: [String] { get }
  var machine: String { get }
  var issued: Int64 { get }
  var expires: Int64 { get }
}

extension Answer: Settling {}
extension Waiver: Settling {}

/// Signed statements that were offered, and what each came to.
struct SettlementBook<Content: Settling> {
  private let offered: [Content]
  /// Why a statement cannot count at all, by its position.
  private var refusals: [Int: AnswerReview.Verdict] = [:]
  private var accepted: Set<Int> = []
  /// Why statements did not count where they were looked at, by position.
  private var passedOver: [Int: AnswerReview.Verdict] = [:]

  init(
    _ offered: [(content: Content, isTest: Bool)], checks: Set<String>, machine: String, scan: Scan
  ) {
    self.offered = offered.map(\.content)
    for (index, signed) in offered.enumerated() {
      refusals[index] = Self.refusal(signed.content, signed.isTest, checks, machine, scan)
    }
  }

  private static func refusal(
    _ content: Content, _ isTest: Bool, _ checks: Set<String>, _ machine: String, _ scan: Scan
  ) -> AnswerReview.Verdict? {
    if isTest, scan.nature == .live { return .testKey }
    if !checks.contains(content.check) { return .unknownCheck }
    if content.machine != machine { return .otherMachine }
    return scan.collectedAt > content.expires ? .expired : nil
  }

  /// Statements on a check that `judge` lets count; for others it says why not.
  mutating func take(
    _ check: String, _ judge: (Content) -> AnswerReview.Verdict
  ) -> [Content] {
    var taken: [Content] = []
    for (index, content) in offered.enumerated() where content.check == check && refusals[index] == nil {
      let verdict = judge(content)
      if verdict == .accepted {
        accepted.insert(index)
        taken.append(content)
      } else {
        passedOver[index] = verdict
      }
    }
    return taken
  }

  /// What became of each, once every edition was judged.
  var verdicts: [AnswerReview.Verdict] {
    offered.indices.map { index in
      if let refusal = refusals[index] { return refusal }
      return accepted.contains(index) ? .accepted : passedOver[index] ?? .notAskable
    }
  }
}
