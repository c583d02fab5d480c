/// Levels in a column headed "Độ mật", as registers and exports of document systems have it.
enum TableColumn {
  static let rule = "level_column"
  private static let separators: [Character] = [",", ";", "|", "\t"]
  private static let levels: [String: Hit.Level] = [
    "tuyệt mật": .tuyetMat, "tối mật": .toiMat, "mật": .mat, "a": .review, "b": .review, "c": .review,
  ]

  /// One hit for each level that stands under the heading; none where the line is no heading.
  static func matches(_ part: TextPart, _ lines: Lines, _ index: Int) -> [MarkingFinder.Found] {
    guard part.kind != .name else { return [] }
    let heading = lines.raw(index)
    guard heading.utf8.count <= LineReader.limit else { return [] }
    for separator in separators where heading.contains(separator) {
      guard let column = cells(heading, separator).firstIndex(of: "độ mật") else { continue }
      return levels(under: column, separator, part, lines, index)
    }
    return []
  }

  private static func levels(
    under column: Int, _ separator: Character, _ part: TextPart, _ lines: Lines, _ index: Int
  ) -> [MarkingFinder.Found] {
    var found: [MarkingFinder.Found] = []
    for row in (index + 1)..<max(index + 1, min(lines.count, index + 2000)) {
      let cells = cells(lines.raw(row), separator)
      guard cells.count > column, let level = levels[cells[column]],
        !found.contains(where: { $0.hit.level == level })
      else { continue }
      let hit = Hit(
        level: level, rule: rule, confidence: .high, part: part.kind, page: part.page, line: row + 1)
      found.append(.init(hit: hit, hasHeading: true, isInLists: false))
    }
    return found
  }

  private static func cells(_ line: String, _ separator: Character) -> [String] {
    line.split(separator: separator, omittingEmptySubsequences: false).map {
      Reading(String($0).replacing("\"", with: "")).folded
    }
  }
}
