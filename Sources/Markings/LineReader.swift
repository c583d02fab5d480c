import Foundation

/// Every way in which a line may have to be read: as it stands, from a legacy encoding, out of mark-up, by its columns.
struct LineReader {
  /// Longest line that is read whole; longer ones are cut into pieces.
  static let limit = 4000

  func readings(_ line: String) -> [Reading] {
    var readings: [Reading] = []
    for text in texts(line) {
      readings.append(Reading(text))
      readings += columns(text).map { Reading($0) }
    }
    return readings
  }

  private func texts(_ line: String) -> [String] {
    var texts = [line]
    if let plain = Markup.text(line) { texts.append(plain) }
    guard line.unicodeScalars.contains(where: { $0.value >= 0x80 }) else { return texts }
    let composed = line.precomposedStringWithCanonicalMapping
    guard !hasVietnameseLetters(composed), let bytes = Windows1252.bytes(composed) else { return texts }
    for encoding in LegacyEncodings.all {
      if let text = encoding.decode(bytes), text != line { texts.append(text) }
    }
    return texts
  }

  /// Letters that only a text that is already Unicode can hold.
  private func hasVietnameseLetters(_ line: String) -> Bool {
    line.unicodeScalars.contains {
      (0x1EA0...0x1EF9).contains($0.value)
        || [0x102, 0x103, 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0].contains($0.value)
        || (0x300...0x323).contains($0.value)
    }
  }

  /// What stands apart on one line: cells, or the two sides of a page.
  private func columns(_ line: String) -> [Substring] {
    var columns: [Substring] = []
    var start = line.startIndex
    var index = start
    var spaces = 0
    while index < line.endIndex {
      let character = line[index]
      if character == " " || character == "\u{A0}" { spaces += 1 } else { spaces = character == "\t" ? 3 : 0 }
      let next = line.index(after: index)
      if spaces >= 3 {
        if !line[start..<index].allSatisfy(\.isWhitespace) { columns.append(line[start..<index]) }
        start = next
      }
      index = next
    }
    guard !columns.isEmpty, columns.count <= 6 else { return [] }
    columns.append(line[start...])
    return columns
  }
}
