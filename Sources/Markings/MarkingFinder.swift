/// Finds classification markings in the text of a document.
///
/// Pure: it reads nothing but what it is given. The rules are those of Circular 24/2020/TT-BCA and Decree 30/2020/NĐ-CP as data.
public final class MarkingFinder {
  /// Hits that one document may have; more add nothing to a verdict.
  public static let hitLimit = 64

  private let rules: MarkingRules
  private let reader = LineReader()

  public init(_ rules: MarkingRules) { self.rules = rules }

  /// The markings of a document, in reading order, one for each line and level.
  ///
  /// Throws where a rule cannot be tried on a line; the document is then not judged.
  public func find(in parts: [TextPart]) throws -> [Hit] {
    var found: [Found] = []
    for part in parts {
      let filter = rules.prefilter(part.kind)
      let lines = Lines(part.lines, reader, filter)
      for index in part.lines.indices where filter.matches(part.lines[index]) {
        found += try matches(part, lines, index)
        found += TableColumn.matches(part, lines, index)
        if found.count > Self.hitLimit * 16 { break }
      }
    }
    return Self.settle(found).prefix(Self.hitLimit).map(\.hit)
  }

  /// Whether the bytes of a text can hold a marking.
  public func mayMatch(_ bytes: [UInt8]) -> Bool { rules.prefilter(.body).matches(bytes) }

  struct Found {
    var hit: Hit
    /// Whether a document's heading stands near.
    var hasHeading: Bool
    var isInLists: Bool
  }

  private func matches(_ part: TextPart, _ lines: Lines, _ index: Int) throws -> [Found] {
    var found: [Found] = []
    let applicable = rules.rules.filter { $0.parts.contains(part.kind) }
    for reading in lines.readings(index) {
      for rule in applicable {
        guard let level = try rule.match(reading), try circumstances(of: rule, lines, index) else { continue }
        let hit = Hit(
          level: level, rule: rule.id, confidence: rule.confidence, part: part.kind, page: part.page,
          line: index + 1)
        if !found.contains(where: { $0.hit.level == level }) {
          let heading = try rule.isInLists && lines.near(index, Heading.pattern)
          found.append(Found(hit: hit, hasHeading: heading, isInLists: rule.isInLists))
        }
      }
    }
    return found
  }

  private func circumstances(of rule: CompiledRule, _ lines: Lines, _ index: Int) throws -> Bool {
    func any(_ readings: [Reading], _ pattern: CompiledRule.Pattern?) throws -> Bool {
      try pattern != nil && readings.contains { try CompiledRule.first(pattern, $0.folded) != nil }
    }
    if try any(lines.before(index), rule.vetoBefore) { return false }
    if try any(lines.after(index), rule.vetoAfter) { return false }
    if rule.next != nil, try !any(lines.after(index), rule.next) { return false }
    return try rule.near.map { try lines.near(index, $0) } ?? true
  }

  /// Drops what the rest of the document explains: lists of all levels, and levels that were lifted.
  private static func settle(_ found: [Found]) -> [Found] {
    var kept = found
    let released = found.filter { $0.hit.level == .released }
    if !released.isEmpty {
      kept.removeAll { item in
        item.hit.level != .released
          && released.contains { $0.hit.part == item.hit.part && $0.hit.page == item.hit.page }
      }
    }
    let lone = kept.filter { $0.isInLists && !$0.hasHeading }
    let levels: [Hit.Level] = [.tuyetMat, .toiMat, .mat]
    kept.removeAll { item in
      guard item.isInLists, !item.hasHeading else { return false }
      return levels.allSatisfy { level in
        lone.contains {
          $0.hit.level == level && $0.hit.part == item.hit.part && $0.hit.page == item.hit.page
            && abs(($0.hit.line ?? 0) - (item.hit.line ?? 0)) <= 40
        }
      }
    }
    return kept
  }
}
