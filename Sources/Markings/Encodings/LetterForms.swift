import Foundation

/// The ways in which Unicode spells one letter.
enum LetterForms {
  /// Every canonically equal spelling of a letter with up to two marks, the composed one first.
  static func spellings(of letter: Character) -> [String] {
    if letter.isASCII { return [String(letter)] }
    return known[letter] ?? find(letter)
  }

  private static let known = Dictionary(
    uniqueKeysWithValues: LetterTables.letters.map { ($0, find($0)) })

  private static func find(_ letter: Character) -> [String] {
    let composed = String(letter).precomposedStringWithCanonicalMapping
    let scalars = Array(composed.decomposedStringWithCanonicalMapping.unicodeScalars)
    guard let base = scalars.first, scalars.count > 1 else { return [composed] }
    var spellings = [composed]
    for marks in permutations(Array(scalars.dropFirst())) {
      for split in 0..<marks.count {
        let head = text([base] + marks.prefix(split)).precomposedStringWithCanonicalMapping
        spellings.append(head + text(Array(marks.dropFirst(split))))
      }
    }
    var seen: Set<[UInt8]> = []
    return spellings.filter { $0 == composed && seen.insert(Array($0.utf8)).inserted }
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func permutations(_ marks: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    guard marks.count > 1 else { return [marks] }
    return marks.indices.flatMap { index in
      var rest = marks
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }
}
