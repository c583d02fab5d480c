/// Whether a document bears the heading of an administrative document anywhere; looked for when it is first asked.
final class DocumentHeading {
  /// Lines of each part that are looked at, and parts.
  private static let lineLimit = 60
  private static let partLimit = 40

  private let parts: () -> [TextPart]
  private let heading: Pattern
  private let reader: LineReader
  private var known: Bool?

  init(_ heading: Pattern, _ reader: LineReader, in parts: @escaping () -> [TextPart]) {
    self.heading = heading
    self.reader = reader
    self.parts = parts
  }

  /// Throws what the regular expression engine throws.
  func stands() throws -> Bool {
    if let known { return known }
    let found = try parts().prefix(Self.partLimit).contains { part in
      try part.lines.prefix(Self.lineLimit).contains { line in
        guard line.utf8.count <= LineReader.limit else { return false }
        return try reader.readings(line).contains { try CompiledRule.first(heading, $0.folded) != nil }
      }
    }
    known = found
    return found
  }
}
