import Foundation

/// VNI-Windows: a base letter followed by a byte for its marks.
struct VNI: LegacyEncoding {
  /// Marks that a lower-case mark byte stands for; the upper-case byte is 0x20 less.
  private static let marks: [UInt8: String] = [
    0xF9: "\u{301}", 0xF8: "\u{300}", 0xFB: "\u{309}", 0xF5: "\u{303}", 0xEF: "\u{323}",
    0xE2: "\u{302}", 0xE1: "\u{302}\u{301}", 0xE0: "\u{302}\u{300}", 0xE5: "\u{302}\u{309}",
    0xE3: "\u{302}\u{303}", 0xE4: "\u{302}\u{323}",
    0xEA: "\u{306}", 0xE9: "\u{306}\u{301}", 0xE8: "\u{306}\u{300}", 0xFA: "\u{306}\u{309}",
    0xFC: "\u{306}\u{303}", 0xEB: "\u{306}\u{323}",
  ]
  /// Letters that are one byte; lower case.
  private static let letters: [UInt8: Character] = [
    0xF4: "ơ", 0xF6: "ư", 0xF1: "đ", 0xED: "í", 0xEC: "ì", 0xE6: "ỉ", 0xF3: "ĩ", 0xF2: "ị", 0xEE: "ỵ",
  ]
  private static let bases: Set<UInt8> = Set("aeouyAEOUY".utf8).union([0xF4, 0xF6, 0xD4, 0xD6])
  private static let inverse: [Character: [UInt8]] = {
    var forms: [Character: [UInt8]] = [:]
    for (byte, letter) in letters {
      forms[letter] = [byte]
      forms[Character(letter.uppercased())] = [byte - 0x20]
    }
    for base in bases {
      for (mark, text) in marks {
        let upper = base < 0x80 ? base < 0x60 : base < 0xE0
        let byte = upper ? mark - 0x20 : mark
        let stem = base < 0x80 ? String(Unicode.Scalar(base)) : String(single(base) ?? " ")
        let composed = (stem + text).precomposedStringWithCanonicalMapping
        if composed.count == 1, let letter = composed.first { forms[letter] = [base, byte] }
      }
    }
    return forms
  }()

  func decode(_ bytes: [UInt8]) -> String? {
    var text = ""
    var previous: UInt8 = 0
    for byte in bytes {
      let lower = byte >= 0xC0 && byte < 0xE0 ? byte + 0x20 : byte
      if let mark = Self.marks[lower], byte >= 0xC0, Self.bases.contains(previous) {
        text += mark
        previous = 0
        continue
      }
      if byte >= 0xC0, let letter = Self.single(byte) {
        text.append(letter)
      } else {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      }
      previous = byte
    }
    return text.precomposedStringWithCanonicalMapping
  }

  func encode(_ letter: Character) -> [[UInt8]] {
    Self.inverse[letter].map { [$0] } ?? []
  }

  private static func single(_ byte: UInt8) -> Character? {
    let isUpper = byte < 0xE0
    guard let letter = letters[isUpper ? byte + 0x20 : byte] else { return nil }
    return isUpper ? Character(letter.uppercased()) : letter
  }
}
