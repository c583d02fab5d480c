/// Words whose letters are set apart by hand: "M Ậ T", "M.Ậ.T".
enum SpacedLetters {
  /// What stands between two letters beside one space, in the order of how often it does.
  static let gaps = [
    "\u{A0}", "  ", "\t", ".", "-", "_", "*", "\u{2002}", "\u{2003}", "\u{2009}", "\u{200B}", "\u{AD}",
    "\u{2060}", "\u{FEFF}", "\u{3000}",
    ". ", " . ", " - ",
  ]

  /// Gaps that read as one space.
  static let wide = [" ", "\u{A0}", "  ", "\t", "\u{2002}", "\u{2003}", "\u{2009}", "\u{3000}"]

  /// Gaps that nobody sees.
  static let hidden = ["\u{200B}", "\u{AD}", "\u{2060}", "\u{FEFF}"]

  /// The line with such words joined; words stay apart where two gaps follow each other. nil where there are none.
  static func joined(_ line: String) -> String? {
    let letters = Array(line)
    var text = ""
    var at = 0
    var isFound = false
    while at < letters.count {
      if let (word, next) = word(letters, at) {
        text += word
        at = next
        isFound = true
      } else {
        text.append(letters[at])
        at += 1
      }
    }
    return isFound ? text : nil
  }

  private static func isGap(_ character: Character) -> Bool { " .-_*".contains(character) }

  private static func isAlone(_ letters: [Character], _ at: Int) -> Bool {
    at + 1 == letters.count || !letters[at + 1].isLetter
  }

  /// A word of at least three single letters with the same gap between them; where it ends.
  private static func word(_ letters: [Character], _ start: Int) -> (String, Int)? {
    guard letters[start].isLetter, start == 0 || !letters[start - 1].isLetter, start + 1 < letters.count
    else {
      return nil
    }
    var gap = 1
    while start + gap < letters.count, gap < 4, isGap(letters[start + gap]) { gap += 1 }
    let between = letters[(start + 1)..<(start + gap)]
    guard !between.isEmpty else { return nil }
    var word = String(letters[start])
    var at = start + 1
    while at + between.count < letters.count, letters[at..<(at + between.count)] == between,
      letters[at + between.count].isLetter, isAlone(letters, at + between.count)
    {
      word.append(letters[at + between.count])
      at += between.count + 1
    }
    guard word.count >= 3 else { return nil }
    return (word, at)
  }
}
