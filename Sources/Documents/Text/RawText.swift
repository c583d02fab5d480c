import Markings

/// Lines of one part of a document as they are collected: UTF-8, each line ended by a line feed.
struct RawText {
  var kind: TextPart.Kind
  /// Page, slide or sheet, from 1; nil where the format has none.
  var page: Int?
  var bytes: [UInt8]
  /// Where the lines stand on their page; nil where the format has no layout.
  var places: [LinePlace]?
  /// Whether the lines repeat what others hold.
  var isEcho = false

  /// The part with its lines apart.
  var part: TextPart {
    let text = bytes.last == 0x0A ? bytes.dropLast() : bytes[...]
    return TextPart(
      kind, page: page, lines: PlainText.lines(String(decoding: text, as: UTF8.self)), places: places,
      isEcho: isEcho)
  }
}

extension RawText {
  /// Whether something else than white space stands here.
  var hasLetters: Bool { bytes.contains { $0 > 0x20 } }
}
