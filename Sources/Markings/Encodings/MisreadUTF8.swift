/// UTF-8 that some program took for Windows-1252 and stored as letters.
struct MisreadUTF8: LegacyEncoding {
  func decode(_ bytes: [UInt8]) -> String? { String(validating: bytes, as: UTF8.self) }

  func encode(_ letter: Character) -> [[UInt8]] {
    LetterForms.spellings(of: letter).map { Array($0.utf8) }
  }
}
