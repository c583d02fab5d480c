import Markings

/// Collects the lines of a document by the place where they stand.
struct TextCollector {
  /// Text that a document may hold, in UTF-8 bytes.
  static let limit = 256 << 20

  private var lines: [[String]]
  private var open: [String]
  private var size = 0

  init() {
    lines = Array(repeating: [], count: TextPart.Kind.allCases.count)
    open = Array(repeating: "", count: TextPart.Kind.allCases.count)
  }

  /// Adds text to the open line of a place; throws `Unreadable` beyond the limit.
  mutating func add(_ text: String, _ kind: TextPart.Kind) throws(Unreadable) {
    size += text.utf8.count
    if size > Self.limit { throw Unreadable(.tooLarge) }
    open[Self.index(kind)] += text
  }

  /// Ends the open line of a place.
  mutating func endLine(_ kind: TextPart.Kind) {
    let index = Self.index(kind)
    lines[index].append(open[index])
    open[index] = ""
  }

  /// Ends the open line of a place if it holds text.
  mutating func endText(_ kind: TextPart.Kind) {
    if !open[Self.index(kind)].isEmpty { endLine(kind) }
  }

  /// Adds whole lines to a place.
  mutating func addLines(_ text: String, _ kind: TextPart.Kind) throws(Unreadable) {
    endText(kind)
    for line in PlainText.lines(text) {
      try add(line, kind)
      endLine(kind)
    }
  }

  /// Everything that was collected, each place one part.
  mutating func parts() -> [TextPart] {
    for kind in TextPart.Kind.allCases { endText(kind) }
    return zip(TextPart.Kind.allCases, lines).filter { !$1.isEmpty }.map { TextPart($0, lines: $1) }
  }

  private static let places = Dictionary(
    uniqueKeysWithValues: TextPart.Kind.allCases.enumerated().map { ($1, $0) })

  private static func index(_ kind: TextPart.Kind) -> Int { places[kind] ?? 0 }
}
