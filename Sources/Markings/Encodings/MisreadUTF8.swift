/// UTF-8 that some program took for Windows-1252 and stored as letters, once or twice.
struct MisreadUTF8: LegacyEncoding {
  func decode(_ bytes: [UInt8]) -> String? {
    guard let once = String(validating: bytes, as: UTF8.self) else { return nil }
    guard let again = Windows1252.bytes(once), again != bytes else { return once }
    return String(validating: again, as: UTF8.self) ?? once
  }

  func encode(_ letter: Character) -> [[UInt8]] {
    LetterForms.spellings(of: letter).flatMap { spelling -> [[UInt8]] in
      let once = Array(spelling.utf8)
      return [once, Array(Windows1252.letters(once).utf8), Array(Windows1252.latin1(once).utf8)]
    }
  }
}
