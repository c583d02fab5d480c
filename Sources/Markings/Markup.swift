import Foundation

/// The text inside HTML, RTF and JSON notation of a single line.
enum Markup {
  /// The line without tags, control words and escapes; nil where it holds none.
  static func text(_ line: String) -> String? {
    guard
      line.utf8.contains(where: {
        $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "\\")
      })
    else { return nil }
    var text = line
    if text.contains("\\") {
      text.replace(/\\'([0-9a-fA-F]{2})/) { Windows1252.letters([UInt8($0.output.1, radix: 16) ?? 0x3F]) }
      text.replace(/\\u([0-9a-fA-F]{4})(?![0-9?])/) { scalar($0.output.1, 16) }
      text.replace(/\\u(-?[0-9]{1,5}) ?\??/) { scalar($0.output.1, 10) }
      text.replace(/\\[a-z]+-?[0-9]* ?|[{}]/, with: "")
    }
    if text.contains("&") {
      text.replace(/&#[xX]([0-9a-fA-F]{1,6});/) { scalar($0.output.1, 16) }
      text.replace(/&#([0-9]{1,7});/) { scalar($0.output.1, 10) }
      text.replace("&nbsp;", with: " ")
    }
    if text.contains("<") { text.replace(/<[^<>]{0,2000}>/, with: " ") }
    return text == line ? nil : text
  }

  private static func scalar(_ digits: Substring, _ radix: Int) -> String {
    guard var value = Int(digits, radix: radix) else { return "" }
    if value < 0 { value += 0x10000 }
    return UInt32(exactly: value).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
  }
}
