import Foundation

/// The notations in which text formats write letters beyond ASCII.
enum Escapes {
  /// A text with every letter beyond ASCII written in one notation, for each notation.
  static func spellings(of text: String) -> [[UInt8]] {
    let scalars = text.unicodeScalars
    let notations: [(UInt32) -> String] = [
      { "&#\($0);" }, { "&#x\(hex($0));" }, { "&#x\(hex($0).uppercased());" },
      { "&#X\(hex($0).uppercased());" },
      { "\\u\(padded($0))" }, { "\\u\(padded($0).uppercased())" }, { "\\u\($0)?" }, { "\\u\($0) ?" },
      { "\\u\($0) " }, { "\\u\($0)" }, { "\\u{\(hex($0))}" }, { "\\x{\(hex($0))}" },
    ]
    var texts = notations.map { notation in
      scalars.map { $0.isASCII ? String($0) : notation($0.value) }.joined()
    }
    texts.append(scalars.map { named[$0] ?? ($0.isASCII ? String($0) : "&#\($0.value);") }.joined())
    let bytes = Array(text.utf8)
    return texts.flatMap(Unicodes.bytes) + percent(text) + quotedPrintable(bytes)
      + [written(bytes) { "\\x\(hex(UInt32($0)))" }, written(bytes) { "\\\(String($0, radix: 8))" }]
  }

  /// The way in which addresses write a text (RFC 3986).
  static func percent(_ text: String) -> [[UInt8]] {
    let bytes = Array(text.utf8)
    return [written(bytes) { "%\(hex(UInt32($0)).uppercased())" }, written(bytes) { "%\(hex(UInt32($0)))" }]
  }

  /// Bytes in quoted-printable (RFC 2045) and in RTF.
  static func ofBytes(_ bytes: [UInt8]) -> [[UInt8]] {
    let rtf = written(bytes) { "\\'\(hex(UInt32($0)))" }
    let upper = written(bytes) { "\\'\(hex(UInt32($0)).uppercased())" }
    return [Array(tokens(bytes).joined()), rtf, upper]
  }

  /// Bytes in quoted-printable, also with a line folded anywhere inside.
  static func quotedPrintable(_ bytes: [UInt8]) -> [[UInt8]] {
    let tokens = tokens(bytes)
    let folds = tokens.indices.dropFirst().flatMap { index in
      ["=\n", "=\r\n"].map { fold in
        Array(tokens[..<index].joined()) + Array(fold.utf8) + Array(tokens[index...].joined())
      }
    }
    return [Array(tokens.joined())] + folds
  }

  private static func tokens(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.map { $0 < 0x80 ? [$0] : Array("=\(hex(UInt32($0)).uppercased())".utf8) }
  }

  private static let named: [Unicode.Scalar: String] = [
    "â": "&acirc;", "Â": "&Acirc;", "ê": "&ecirc;", "Ê": "&Ecirc;", "ô": "&ocirc;", "Ô": "&Ocirc;",
    "Ë": "&Euml;", "ë": "&euml;", "Ä": "&Auml;", "ä": "&auml;", "ó": "&oacute;", "Ó": "&Oacute;",
  ]

  private static func written(_ bytes: [UInt8], _ notation: (UInt8) -> String) -> [UInt8] {
    Array(bytes.map { $0 < 0x80 ? String(Unicode.Scalar($0)) : notation($0) }.joined().utf8)
  }

  private static func hex(_ value: UInt32) -> String { String(value, radix: 16) }

  private static func padded(_ value: UInt32) -> String {
    String(repeating: "0", count: max(0, 4 - hex(value).count)) + hex(value)
  }
}
