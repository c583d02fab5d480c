/// TCVN3 (ABC), the encoding of the .VnTime fonts; capitals with marks exist only in the font.
struct TCVN3: LegacyEncoding {
  private static let table: [UInt8: Character] = {
    var table: [UInt8: Character] = [:]
    let rows: [(UInt8, String)] = [
      (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
      (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"), (0xDC, "ĩíịò"),
      (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
    ]
    for (start, letters) in rows {
      for (offset, letter) in letters.enumerated() { table[start + UInt8(offset)] = letter }
    }
    return table
  }()
  private static let inverse = Dictionary(table.map { ($1, $0) }, uniquingKeysWith: min)

  func decode(_ bytes: [UInt8]) -> String? {
    var text = ""
    for byte in bytes {
      if byte < 0x80 {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else if let letter = Self.table[byte] {
        text.append(letter)
      } else {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return text
  }

  func encode(_ letter: Character) -> [[UInt8]] {
    var forms: Set<UInt8> = []
    for form in [letter, Character(letter.lowercased())] {
      if let byte = Self.inverse[form] { forms.insert(byte) }
    }
    return forms.sorted().map { [$0] }
  }
}
