import Foundation

/// The text inside HTML, RTF, JSON, quoted-printable, address and encoded-word notation of a single line.
enum Markup {
  /// The line without tags, control words and escapes, whole and by the blocks of its HTML; empty where it holds none.
  static func texts(_ line: String) -> [String] {
    guard line.utf8.contains(where: { marks.contains($0) }) else { return [] }
    var text = line
    if text.contains("=?") {
      text.replace(/=\?([A-Za-z0-9_-]+)\?([BbQq])\?([^?\s]*)\?=/) { Transfer.word($0.output.2, $0.output.3) }
    }
    if text.contains("=") { text.replace(/(?:=[0-9A-F]{2})+/) { Transfer.bytes($0.output, "=") } }
    if text.contains("%") { text.replace(/(?:%[0-9A-Fa-f]{2})+/) { Transfer.bytes($0.output, "%") } }
    if text.contains("\\") { unescape(&text) }
    if text.contains("&") { dereference(&text) }
    var pieces: [String] = []
    if text.contains("<") {
      text.replace(
        /<(?:br|\/?(?:p|div|td|th|tr|li|h[1-6]|title|table|section))\b[^<>]{0,2000}>/.ignoresCase(),
        with: "\u{2028}")
      text.replace(
        /<\/?(?:b|i|u|s|em|strong|span|font|a|big|small|sub|sup|mark|o:p)\b[^<>]{0,2000}>/.ignoresCase(),
        with: "")
      text.replace(/<[^<>]{0,2000}>/, with: " ")
      pieces = text.split(separator: "\u{2028}").map(String.init)
      text.replace("\u{2028}", with: " ")
    }
    if text == line { return [] }
    return [text] + (pieces.count > 1 && pieces.count <= 200 ? pieces : [])
  }

  private static let marks: Set<UInt8> = Set("<&\\=%".utf8)

  private static func unescape(_ text: inout String) {
    text.replace(/(?:\\x[0-9a-fA-F]{2})+/) { Transfer.bytes($0.output, "\\x") }
    text.replace(/(?:\\[0-7]{3})+/) { Transfer.octal($0.output) }
    text.replace(/\\'([0-9a-fA-F]{2})/) { Windows1252.letters([UInt8($0.output.1, radix: 16) ?? 0x3F]) }
    text.replace(/\\[ux]\{([0-9a-fA-F]{1,6})\}/) { scalar($0.output.1, 16) }
    text.replace(/\\u([0-9a-fA-F]{4})(?![0-9?])/) { scalar($0.output.1, 16) }
    text.replace(/\\u(-?[0-9]{1,5}) ?\??/) { scalar($0.output.1, 10) }
    text.replace(/\\[a-z]+-?[0-9]* ?|[{}]/, with: "")
  }

  private static func dereference(_ text: inout String) {
    text.replace(/&#[xX]([0-9a-fA-F]{1,6});/) { scalar($0.output.1, 16) }
    text.replace(/&#([0-9]{1,7});/) { scalar($0.output.1, 10) }
    text.replace(/&([AEIOUYaeiouyD])(acute|grave|circ|tilde|uml);/) { named($0.output.1, $0.output.2) }
    for (name, letter) in [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text.replace(name, with: letter)
    }
  }

  private static func named(_ letter: Substring, _ mark: Substring) -> String {
    let marks = [
      "acute": "\u{301}", "grave": "\u{300}", "circ": "\u{302}", "tilde": "\u{303}", "uml": "\u{308}",
    ]
    return "\(letter)\(marks[String(mark)] ?? "")".precomposedStringWithCanonicalMapping
  }

  private static func scalar(_ digits: Substring, _ radix: Int) -> String {
    guard var value = Int(digits, radix: radix) else { return "" }
    if value < 0 { value += 0x10000 }
    return UInt32(exactly: value).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
  }
}
