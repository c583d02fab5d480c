import Glibc

/// Patterns of names with *, ? and [ ].
enum Glob {
  /// Whether the whole text follows the pattern (fnmatch(3)); with `ignoringCase` ASCII letters count as equal.
  static func matches(_ pattern: String, _ text: String, ignoringCase: Bool = false) -> Bool {
    let caseFold: Int32 = 1 << 4
    if ignoringCase { return fnmatch(pattern, text, caseFold) == 0 }
    var bytes = text.utf8.makeIterator()
    for sign in pattern.utf8 {
      if isSign(sign) { return fnmatch(pattern, text, 0) == 0 }
      guard bytes.next() == sign else { return false }
    }
    return bytes.next() == nil
  }

  /// Whether a text holds a sign that stands for others.
  static func isPattern(_ text: String) -> Bool { text.utf8.contains(where: isSign) }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\"): true
    default: false
    }
  }
}
