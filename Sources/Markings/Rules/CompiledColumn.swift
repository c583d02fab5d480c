/// A column rule with its regular expressions compiled.
struct CompiledColumn {
  private static let separators: [Character] = ["\t", "|", ";", ","]
  /// Rows that are looked at under one heading.
  private static let reach = 5000

  let id: String
  let anchors: [Anchor]
  let examples: [MarkingRule.Example]
  private let words: [[UInt8]]
  private let confidence: Hit.Confidence
  private let heading: Pattern
  private let value: Pattern

  init(_ rule: ColumnRule) throws {
    id = rule.id
    guard let confidence = Hit.Confidence(rawValue: rule.confidence) else {
      throw MarkingRules.Invalid(description: "\(rule.id): unknown confidence")
    }
    self.confidence = confidence
    anchors = rule.anchors.map { Anchor(word: $0, isExact: false) }
    words = rule.anchors.map { Array($0.lowercased().utf8) }
    examples = rule.examples
    heading = Pattern(rule.heading, [:], rule.id)
    value = Pattern(rule.value, [:], rule.id)
  }

  /// Every expression of the rule.
  var patterns: [Pattern] { [heading, value] }

  /// One hit for each level that stands under the heading; none where the line is no heading.
  func matches(_ part: TextPart, _ lines: Lines, _ index: Int) throws -> [Hit] {
    guard part.kind != .name else { return [] }
    let line = lines.raw(index)
    guard line.utf8.count <= LineReader.limit else { return [] }
    let separators = Self.separators.filter(line.contains)
    guard !separators.isEmpty else { return [] }
    for encoding in [nil] + LegacyEncodings.all.map(Optional.some) {
      guard let text = Self.text(line, encoding), namesHeading(text) else { continue }
      for separator in separators {
        let column = try Self.cells(text, separator).firstIndex { try heading.wholeMatch(in: $0) != nil }
        if let column { return try levels(under: column, separator, encoding, part, lines, index) }
      }
    }
    return []
  }

  private func namesHeading(_ text: String) -> Bool {
    let folded = Reading(text).folded
    return words.contains(where: folded.containsBytes)
  }

  /// A line as it stands, or decoded; nil where it cannot be of the encoding.
  private static func text(_ line: String, _ encoding: (any LegacyEncoding)?) -> String? {
    encoding.map { Runs(line.precomposedStringWithCanonicalMapping).decoded($0) } ?? line
  }

  private func levels(
    under column: Int, _ separator: Character, _ encoding: (any LegacyEncoding)?, _ part: TextPart,
    _ lines: Lines, _ index: Int
  ) throws -> [Hit] {
    var rows: [(level: Hit.Level, row: Int, others: [String])] = []
    for row in (index + 1)..<max(index + 1, min(lines.count, index + Self.reach)) {
      let line = lines.raw(row)
      var cells = Self.cells(Self.text(line, encoding) ?? line, separator)
      guard cells.count > column, let level = try level(cells.remove(at: column)) else { continue }
      rows.append((level, row, cells))
    }
    if Self.isSummary(rows.map { ($0.level, $0.others) }) { return [] }
    var hits: [Hit] = []
    for row in rows where !hits.contains(where: { $0.level == row.level }) {
      hits.append(
        Hit(
          level: row.level, rule: id, confidence: confidence, part: part.kind, page: part.page,
          line: row.row + 1))
    }
    return hits
  }

  /// Whether each level has one row and no row names a document: what the levels mean, or how many there are.
  private static func isSummary(_ rows: [(level: Hit.Level, others: [String])]) -> Bool {
    let levels = rows.map(\.level)
    guard levels.count == 3, Set(levels) == [.tuyetMat, .toiMat, .mat] else { return false }
    return !rows.contains { row in row.others.contains { $0.contains(/[0-9].*[\/-] ?\p{L}/) } }
  }

  private func level(_ cell: String) throws -> Hit.Level? {
    guard cell.utf8.count <= 100, let match = try value.wholeMatch(in: cell) else { return nil }
    return Hit.Level.allCases.first { match.groups.contains($0.rawValue) }
  }

  private static func cells(_ line: String, _ separator: Character) -> [String] {
    line.split(separator: separator, omittingEmptySubsequences: false).map {
      Reading(String($0).replacing("\"", with: "")).folded
    }
  }
}
