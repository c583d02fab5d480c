/// Makes foreign text safe to show: what a terminal or reader would obey or hide becomes visible as ⟨U+…⟩.
enum Printable {
  /// Control, format (bidirectional, zero-width), private, unassigned and invisible characters are named.
  static func neutral(_ text: String) -> String {
    guard text.utf8.contains(where: { !(0x20..<0x7F).contains($0) }),
      text.unicodeScalars.contains(where: isUnsafe)
    else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "⟨U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)⟩"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Prose of a rule file on one line.
  static func line(_ text: String) -> String {
    text.utf8.split(whereSeparator: isBlank).map { Substring($0) }.joined(separator: " ")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xC0...0x24F, 0x1E00...0x1EFF: false
    default: isUnsafeByProperty(scalar)
    }
  }

  private static func isUnsafeByProperty(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned,
      .spaceSeparator:
      return true
    default:
      return scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800
    }
  }
}
