import Foundation

/// Every way in which a line may have to be read: as it stands, from a legacy encoding, out of mark-up, by its columns.
struct LineReader {
  /// Longest line that is read whole; longer ones are cut into pieces.
  static let limit = 4000

  /// With a filter, only those older encodings are tried in which a word that it looks for may stand.
  func readings(_ line: String, _ filter: BytePrefilter? = nil) -> [Reading] {
    var readings: [Reading] = []
    for text in texts(line, filter) {
      func read(_ piece: some StringProtocol) -> Reading {
        Reading(piece, isDecoded: text.isDecoded, isRare: text.isRare)
      }
      let reading = read(text.text)
      readings.append(reading)
      if let joined = SpacedLetters.joined(reading.text) { readings.append(read(joined)) }
      readings += columns(text.text).map { read($0) }
    }
    return readings
  }

  private struct Text {
    var text: String
    var isDecoded = false
    var isRare = false
  }

  private func texts(_ line: String, _ filter: BytePrefilter?) -> [Text] {
    let plain = Markup.texts(line)
    var texts = ([line] + plain).map { Text(text: $0) }
    for text in [line] + plain {
      if let viqr = VIQR.decode(text) { texts.append(Text(text: viqr, isDecoded: true)) }
      guard text.unicodeScalars.contains(where: { $0.value >= 0x80 || $0.value < 0x09 }) else { continue }
      let runs = Runs(text.precomposedStringWithCanonicalMapping)
      if let filter, !runs.mayMatch(filter) { continue }
      for (encoding, isRare) in LegacyEncodings.ordered {
        guard let decoded = runs.decoded(encoding), filter?.matches(decoded) ?? true
        else { continue }
        texts.append(Text(text: decoded, isDecoded: true, isRare: isRare))
      }
    }
    return texts
  }

  /// What stands apart on one line: cells, or the two sides of a page.
  private func columns(_ line: String) -> [Substring] {
    var columns: [Substring] = []
    var start = line.startIndex
    var index = start
    var spaces = 0
    while index < line.endIndex {
      let character = line[index]
      if character == " " || character == "\u{A0}" {
        spaces += 1
      } else {
        spaces = character == "\t" || character == "|" ? 3 : 0
      }
      let next = line.index(after: index)
      if spaces >= 3 {
        if !line[start..<index].allSatisfy(\.isWhitespace) { columns.append(line[start..<index]) }
        start = next
      }
      index = next
    }
    guard !columns.isEmpty, columns.count <= 12 else { return [] }
    columns.append(line[start...])
    return columns
  }
}
