/// Letters by which Vietnamese text in Unicode is told from text in an older encoding.
enum Vietnamese {
  /// Whether a scalar is a letter that no older encoding shows under Windows-1252: ă đ ơ ư, those with two marks, marks.
  static func isUnicodeOnly(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1EA0...0x1EF9, 0x102, 0x103, 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x300...0x323: true
    default: false
    }
  }
}
