import Foundation

/// VIQR (RFC 1456): Vietnamese letters as ASCII, the marks typed behind the letter.
enum VIQR {
  private static let shapes: [Character: Unicode.Scalar] = [
    "^": "\u{302}", "(": "\u{306}", "+": "\u{31B}", "*": "\u{31B}",
  ]
  private static let tones: [Character: Unicode.Scalar] = [
    "'": "\u{301}", "`": "\u{300}", "?": "\u{309}", "~": "\u{303}", ".": "\u{323}",
  ]

  /// The text that a line stands for; nil where the line holds no mark of VIQR.
  static func decode(_ line: String) -> String? {
    guard
      line.utf8.contains(where: {
        $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "*")
      })
    else { return nil }
    var result = String.UnicodeScalarView()
    var rest = line[...]
    while let letter = rest.popFirst() {
      if letter == "d" || letter == "D", let next = rest.first, next == "d" || next == "D" {
        result.append(letter == "d" ? "đ" : "Đ")
        rest.removeFirst()
        continue
      }
      result.append(contentsOf: letter.unicodeScalars)
      guard "aeiouyAEIOUY".contains(letter) else { continue }
      // Some typists put the tone before the shape.
      for _ in 0..<2 {
        guard let mark = rest.first, let scalar = shapes[mark] ?? tones[mark] else { break }
        result.append(scalar)
        rest.removeFirst()
      }
    }
    return String(result)
  }

  /// The ways to type one letter; empty for letters without marks.
  static func spellings(of letter: Character) -> [String] {
    if letter == "đ" { return ["dd"] }
    if letter == "Đ" { return ["DD", "Dd"] }
    let scalars = Array(String(letter).decomposedStringWithCanonicalMapping.unicodeScalars)
    guard let base = scalars.first, scalars.count > 1 else { return [] }
    let marks: [[[String]]] = scalars.dropFirst().map { scalar in typed(scalar).map { [$0] } }
    let orders = [marks, marks.reversed()]
    let texts = orders.flatMap { product($0) }.map { "\(base)\($0.joined())" }
    return Array(Set(texts)).sorted()
  }

  private static func typed(_ mark: Unicode.Scalar) -> [String] {
    var typed: [String] = []
    for (key, scalar) in shapes where scalar == mark { typed.append(String(key)) }
    for (key, scalar) in tones where scalar == mark { typed.append(String(key)) }
    return typed
  }
}
