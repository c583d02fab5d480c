import Foundation

/// Windows-1258: letters with a hat or horn are one byte, tone marks follow as combining bytes.
struct CP1258: LegacyEncoding {
  private static let own: [UInt8: Unicode.Scalar] = [
    0xC3: "\u{102}", 0xE3: "\u{103}", 0xCC: "\u{300}", 0xEC: "\u{301}", 0xD2: "\u{309}", 0xDE: "\u{303}",
    0xF2: "\u{323}", 0xD0: "\u{110}", 0xF0: "\u{111}", 0xD5: "\u{1A0}", 0xF5: "\u{1A1}", 0xDD: "\u{1AF}",
    0xFD: "\u{1B0}", 0xFE: "\u{20AB}",
  ]
  private static let inverse = Dictionary(uniqueKeysWithValues: own.map { ($1, $0) })

  func decode(_ bytes: [UInt8]) -> String? {
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(Self.own[byte] ?? Unicode.Scalar(byte)) }
    return String(scalars).precomposedStringWithCanonicalMapping
  }

  func encode(_ letter: Character) -> [[UInt8]] {
    LetterForms.spellings(of: letter).compactMap { spelling in
      var bytes: [UInt8] = []
      for scalar in spelling.unicodeScalars {
        if let byte = Self.inverse[scalar] {
          bytes.append(byte)
        } else if scalar.value < 0x100, Self.own[UInt8(scalar.value)] == nil {
          bytes.append(UInt8(scalar.value))
        } else {
          return nil
        }
      }
      return bytes
    }
  }
}
