import Foundation

/// A word without which a marking rule cannot match, and every way in which files spell it.
struct Anchor: Sendable, Hashable {
  let word: String
  /// Whether the word counts only in the case in which it is written.
  let isExact: Bool

  /// The byte sequences under which a file may hold the word; may repeat.
  func spellings() -> [[UInt8]] {
    if isExact { return spellings(word.map { [$0] }) }
    if word.count <= 4 { return spellings(word.map(cases)) }
    let shapes = [
      word.lowercased(), word.uppercased(), word.prefix(1).uppercased() + word.dropFirst().lowercased(),
    ]
    return shapes.flatMap { spellings($0.map { [$0] }) }
  }

  private func spellings(_ letters: [[Character]]) -> [[UInt8]] {
    let unicode = letters.map { $0.flatMap { LetterForms.spellings(of: $0) } }
    var forms = self.unicode(product(unicode.map { $0.map { [$0] } }).map { $0.joined() })
    let marked = letters.count { $0.contains { !$0.isASCII } }
    if marked > 0 { forms += legacy(letters) }
    if (1...2).contains(marked) {
      forms += self.unicode(
        product(letters.map { $0.flatMap(escapes) }).map { String(decoding: $0, as: UTF8.self) })
    }
    if letters.count <= 4, !word.contains(" ") {
      for space in [" ", "\u{A0}"] {
        let spaced = product(
          unicode.enumerated().map { index, letter in letter.map { [(index == 0 ? "" : space) + $0] } })
        forms += self.unicode(spaced.map { $0.joined() })
      }
    }
    return forms.flatMap(\.self)
  }

  /// Texts in UTF-8 and in UTF-16 of both orders; a leading zero byte is left off, so that it need not be there.
  private func unicode(_ texts: [String]) -> [[[UInt8]]] {
    [
      texts.map { Array($0.utf8) }, texts.map { utf16(Array($0.utf16)) },
      texts.map { Array(utf16($0.utf16.map(\.byteSwapped)).drop { $0 == 0 }) },
    ]
  }

  private func legacy(_ letters: [[Character]]) -> [[[UInt8]]] {
    LegacyEncodings.all.flatMap { encoding -> [[[UInt8]]] in
      let bytes = product(letters.map { $0.flatMap { $0.isASCII ? [Array($0.utf8)] : encoding.encode($0) } })
      let composed = bytes.map(Windows1252.letters)
      let shown = composed + composed.map(\.decomposedStringWithCanonicalMapping)
      return [bytes] + unicode(shown)
    }
  }

  private func cases(of letter: Character) -> [Character] {
    let forms = [letter, Character(letter.uppercased()), Character(letter.lowercased())]
    return Array(Set(forms)).sorted()
  }

  private func escapes(_ letter: Character) -> [[UInt8]] {
    guard !letter.isASCII, let value = letter.unicodeScalars.first?.value else { return [Array(letter.utf8)] }
    let hex = String(value, radix: 16)
    let padded = String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    let forms = [
      "&#\(value);", "&#x\(hex);", "&#x\(hex.uppercased());", "&#X\(hex.uppercased());", "\\u\(padded)",
      "\\u\(padded.uppercased())", "\\u\(value)?", "\\u\(value) ?", "\\u\(value) ", "\\u\(value)",
    ]
    return forms.map { Array($0.utf8) }
  }

  private func utf16(_ units: [UInt16]) -> [UInt8] {
    units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }

  private func product<Unit>(_ letters: [[[Unit]]]) -> [[Unit]] {
    letters.reduce([[]]) { heads, forms in heads.flatMap { head in forms.map { head + $0 } } }
  }
}
