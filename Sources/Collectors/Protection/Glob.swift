import Glibc

/// Patterns of names with *, ? and [ ].
enum Glob {
  /// Whether the whole text follows the pattern (fnmatch(3)); with `ignoringCase` ASCII letters count as equal.
  static func matches(_ pattern: String, _ text: String, ignoringCase: Bool = false) -> Bool {
    fnmatch(pattern, text, ignoringCase ? 1 << 4 : 0) == 0
  }
}
