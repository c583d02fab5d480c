import Foundation

/// A word without which a marking rule cannot match, and every way in which files spell it.
struct Anchor: Sendable, Hashable {
  let word: String
  /// Whether the word counts only in the case in which it is written.
  let isExact: Bool

  /// The byte sequences under which a file may hold the word; may repeat.
  func spellings() -> [[UInt8]] {
    let single = shapes.flatMap { shape in forms(shape).map { ($0, shape) } }
    var found = single.flatMap { Unicodes.bytes($0.0) }
    guard isShort, word.contains(where: { !$0.isASCII }) else { return found }
    for shape in shapes {
      let letters = shape.map { $0 }
      found += legacy(letters)
      found += VIQRWord.spellings(letters).map { Array($0.utf8) }
    }
    found += single.flatMap { Escapes.spellings(of: $0.0) + Base64Word.spellings(of: Array($0.0.utf8)) }
    return found + spaced()
  }

  /// The byte sequences under which the properties of a document, which are Unicode, may hold the word; may repeat.
  func documentSpellings() -> [[UInt8]] {
    guard isShort, word.contains(where: { !$0.isASCII }) else { return nameSpellings() }
    return nameSpellings()
      + shapes.flatMap { shape in
        forms(shape).flatMap { Escapes.spellings(of: $0) + Base64Word.spellings(of: Array($0.utf8)) }
          + VIQRWord.spellings(shape.map { $0 }).map { Array($0.utf8) }
      } + spaced()
  }

  /// The byte sequences under which the name of a file may hold the word; may repeat.
  func nameSpellings() -> [[UInt8]] {
    var found = shapes.flatMap(forms).map { Array($0.utf8) }
    guard isShort, word.contains(where: { !$0.isASCII }) else { return found }
    for shape in shapes {
      found += shown(shape.map { $0 }).map { Array($0.utf8) }
      found += forms(shape).flatMap(Escapes.percent)
    }
    return found
  }

  private var isShort: Bool { word.count <= 5 && !word.contains(" ") }

  /// The word in the cases in which it is typed.
  private var shapes: [String] {
    if isExact { return [word] }
    if word.count <= 3 {
      return product(
        word.map { letter in
          let cases = Set([letter, Character(letter.uppercased()), Character(letter.lowercased())])
          return cases.sorted().map { [$0] }
        }
      ).map { String($0) }
    }
    let title = word.prefix(1).uppercased() + word.dropFirst().lowercased()
    return Array(Set([word, word.lowercased(), word.uppercased(), title])).sorted()
  }

  /// Every canonically equal spelling.
  private func forms(_ shape: String) -> [String] {
    product(shape.map { LetterForms.spellings(of: $0).map { [$0] } }).map { $0.joined() }
  }

  private func legacy(_ letters: [Character]) -> [[UInt8]] {
    var found = raw(letters)
    found += found.flatMap(Escapes.ofBytes)
    for text in shown(letters) { found += Unicodes.bytes(text) }
    return found
  }

  /// The bytes of the older encodings.
  private func raw(_ letters: [Character]) -> [[UInt8]] {
    LegacyEncodings.all.flatMap { encoding in
      product(letters.map { $0.isASCII ? [Array($0.utf8)] : encoding.encode($0) })
    }
  }

  /// The letters that Unicode programs make of the bytes of the older encodings.
  private func shown(_ letters: [Character]) -> [String] {
    raw(letters).flatMap { bytes -> [String] in
      let texts = [Windows1252.letters(bytes), Windows1252.latin1(bytes)]
      return texts + texts.map(\.decomposedStringWithCanonicalMapping)
    }
  }

  /// The last letters of a word that is typed with something between its letters.
  private func spaced() -> [[UInt8]] {
    [word.lowercased(), word.uppercased()].flatMap { shape -> [[UInt8]] in
      let pair = Array(shape.suffix(2))
      guard pair.contains(where: { !$0.isASCII }) else { return [] }
      let forms = product(pair.map { LetterForms.spellings(of: $0).map { [$0] } })
      // Two letters with one space between them stand in every text: three do not.
      let before = shape.suffix(3).prefix(1).map { LetterForms.spellings(of: $0) }.first ?? []
      let heads = before.flatMap { letter in SpacedLetters.wide.map { letter + $0 } }
      let narrow = heads.flatMap { head in forms.flatMap { Unicodes.bytes(head + $0.joined(separator: " ")) }
      }
      let unicode = SpacedLetters.gaps.flatMap { gap in
        forms.flatMap { Unicodes.bytes($0.joined(separator: gap)) }
      }
      let old = LegacyEncodings.all.flatMap { encoding in
        product(shape.suffix(3).map { $0.isASCII ? [[Array($0.utf8)]] : encoding.encode($0).map { [$0] } })
      }.flatMap { form -> [[UInt8]] in
        let bytes = Array(form.joined(separator: " ".utf8))
        return [bytes] + Unicodes.bytes(Windows1252.letters(bytes))
      }
      // Where letters may be broken without a trace, any two of the word may stand apart.
      let first = product(shape.prefix(2).map { LetterForms.spellings(of: $0).map { [$0] } })
      let hidden = SpacedLetters.hidden.flatMap { gap in
        first.flatMap { Unicodes.bytes($0.joined(separator: gap)) }
      }
      return narrow + unicode + hidden + old
    }
  }
}

/// Every way to take one form of each letter.
func product<Unit>(_ letters: [[[Unit]]]) -> [[Unit]] {
  letters.reduce([[]]) { heads, forms in heads.flatMap { head in forms.map { head + $0 } } }
}
