import Foundation

/// Bytes that are written as ASCII for their transfer: hexadecimal escapes, Base64, encoded words (RFC 2045, RFC 2047).
enum Transfer {
  /// A text of bytes that are UTF-8 or else what Windows-1252 makes of them.
  static func text(_ bytes: [UInt8]) -> String {
    String(validating: bytes, as: UTF8.self) ?? Windows1252.letters(bytes)
  }

  /// The text of bytes that are written in hexadecimal behind a mark each.
  static func bytes(_ written: Substring, _ mark: String) -> String {
    text(written.split(separator: mark).compactMap { UInt8($0, radix: 16) })
  }

  static func octal(_ written: Substring) -> String {
    text(written.split(separator: "\\").compactMap { UInt8($0, radix: 8) })
  }

  /// The text of an encoded word.
  static func word(_ coding: Substring, _ content: Substring) -> String {
    if coding.lowercased() == "b" { return base64(content).map(text) ?? String(content) }
    return String(content).replacing("_", with: " ").replacing(/(?:=[0-9A-Fa-f]{2})+/) {
      bytes($0.output, "=")
    }
  }

  static func base64(_ content: some StringProtocol) -> [UInt8]? {
    var content = String(content)
    while content.count % 4 != 0 { content += "=" }
    return Data(base64Encoded: content).map { Array($0) }
  }
}
