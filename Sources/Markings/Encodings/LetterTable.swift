/// An encoding that gives each letter one byte, or two: the letter and its mark.
struct LetterTable: LegacyEncoding {
  private var single: [UInt8: Character] = [:]
  private var double: [UInt16: Character] = [:]
  private var forms: [Character: [[UInt8]]] = [:]

  /// A table in the notation of `LetterTables`; `more` holds further forms of single letters, in hexadecimal.
  init(_ table: String, more: [(Character, String)] = []) {
    let tokens = table.split(whereSeparator: \.isWhitespace).map(String.init)
    for (letter, token) in Array(zip(LetterTables.letters, tokens)) + more where token != "--" {
      guard let value = UInt16(token, radix: 16) else { continue }
      if token.count == 2 {
        single[UInt8(value)] = letter
        forms[letter, default: []].append([UInt8(value)])
      } else {
        double[value] = letter
        forms[letter, default: []].append([UInt8(value >> 8), UInt8(value & 0xFF)])
      }
    }
    // Small letters win where both cases share a byte; a mark may be typed in the other case than its letter.
    for (letter, bytes) in forms where letter.isLowercase {
      for form in bytes where form.count == 1 { single[form[0]] = letter }
    }
    for (value, letter) in double where double[value ^ 0x20] == nil { double[value ^ 0x20] = letter }
  }

  func decode(_ bytes: [UInt8]) -> String? {
    var text = ""
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if at + 1 < bytes.count, let letter = double[UInt16(byte) << 8 | UInt16(bytes[at + 1])] {
        text.append(letter)
        at += 2
        continue
      }
      if let letter = single[byte] {
        text.append(letter)
      } else {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      }
      at += 1
    }
    return text
  }

  func encode(_ letter: Character) -> [[UInt8]] { forms[letter] ?? [] }
}
