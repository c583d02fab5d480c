import Markings

/// Markings of a text file that is too large to be held: it is read piece by piece.
struct LargeText {
  /// Files beyond this many bytes are read in pieces.
  static let threshold = 8 << 20
  private static let pieceSize = 4 << 20
  /// What two pieces share, so that a marking and its surroundings stand together in one.
  private static let overlap = 256 << 10

  let file: DocumentFile
  let finder: MarkingFinder

  /// The markings with their lines; throws `Unreadable`, and what the finder throws.
  func hits() throws -> [Hit] {
    var hits: [Hit] = []
    var offset = 0
    var line = 0
    while hits.count < MarkingFinder.hitLimit {
      let bytes = try Array(file.piece(at: offset, count: Self.pieceSize))
      let isLast = bytes.count < Self.pieceSize
      let end = isLast ? bytes.count : Self.cut(bytes, before: bytes.count)
      let piece = Array(bytes[..<end])
      if finder.mayMatch(piece) {
        let part = TextPart(.body, lines: PlainText.lines(PlainText.decode(piece)))
        for var hit in try finder.find(in: [part]) {
          hit.line = hit.line.map { $0 + line }
          if !hits.contains(hit) { hits.append(hit) }
        }
      }
      if isLast { break }
      let next = end > Self.overlap ? Self.cut(bytes, before: end - Self.overlap) : end
      line += PlainText.lineEnds(bytes[..<next])
      offset += next
    }
    return Array(hits.prefix(MarkingFinder.hitLimit))
  }

  /// The end of the last line that ends before a position; the position itself where none does.
  private static func cut(_ bytes: [UInt8], before position: Int) -> Int {
    (bytes[..<position].lastIndex(of: 0x0A) ?? position - 1) + 1
  }
}
