/// A Vietnamese encoding from before Unicode, as 8-bit bytes or as the letters that Windows-1252 makes of them.
protocol LegacyEncoding: Sendable {
  /// The text that a line of bytes stands for; nil where the line cannot be of this encoding.
  func decode(_ bytes: [UInt8]) -> String?
  /// The bytes of one letter, upper and lower case being different letters; empty where it has none of its own.
  func encode(_ letter: Character) -> [[UInt8]]
}

/// The encodings that the finder knows.
enum LegacyEncodings {
  static let tcvn3 = LetterTable(LetterTables.tcvn3)
  static let tcvn5712 = LetterTable(LetterTables.tcvn5712)
  static let vni = LetterTable(LetterTables.vni)
  static let viscii = LetterTable(LetterTables.viscii)
  // Some programs keep capital Ậ and Ệ among the control characters.
  static let vps = LetterTable(LetterTables.vps, more: [("Ậ", "03"), ("Ệ", "06")])
  // Two forms of capital Ệ are in use.
  static let bkHCM2 = LetterTable(LetterTables.bkHCM2, more: [("Ệ", "CFE5")])
  static let bkHCM1 = LetterTable(LetterTables.bkHCM1)
  static let vietwareX = LetterTable(LetterTables.vietwareX)
  static let vietwareF = LetterTable(LetterTables.vietwareF)

  private static let common: [any LegacyEncoding] = [tcvn3, vni, CP1258(), MisreadUTF8(), bkHCM2, vietwareX]
  private static let rare: [any LegacyEncoding] = [tcvn5712, viscii, vps, bkHCM1, vietwareF]

  static let all = common + rare

  /// All encodings, and whether a short text in one is often another word in a common one.
  static let ordered = common.map { ($0, isRare: false) } + rare.map { ($0, isRare: true) }
}
