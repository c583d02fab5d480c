/// A word as it is typed in VIQR.
enum VIQRWord {
  static func spellings(_ letters: [Character]) -> [String] {
    product(
      letters.map { letter in
        letter.isASCII ? [[String(letter)]] : VIQR.spellings(of: letter).map { [$0] }
      }
    ).map { $0.joined() }
  }
}
