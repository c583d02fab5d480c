extension YamlValue {
  /// What YAML 1.1 makes of a scalar that is written without quotes; every other scalar is text.
  enum ScalarKind {
    case null
    case text
    case integer
    /// A truth value, a number with a fraction, a day, a merge key.
    case other
  }

  /// nil for a list or a mapping.
  var scalarKind: ScalarKind? {
    guard let word = node.scalar else { return nil }
    guard node.style == .plain else { return .text }
    if node.isNull { return .null }
    guard let first = word.utf8.first else { return .null }
    if Self.opensNumber(first) {
      if Int64(word) != nil { return .integer }
      return word.utf8.allSatisfy(Self.standsInNumber) ? .other : .text
    }
    return Self.words.contains(word) ? .other : .text
  }

  private static let words: Set<String> = Set(
    ["yes", "no", "true", "false", "on", "off"].flatMap { word in
      [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()]
    } + ["<<", "="])

  private static func opensNumber(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.".utf8.contains(byte)
  }

  private static func standsInNumber(_ byte: UInt8) -> Bool {
    opensNumber(byte) || "_:eExXoabcdfABCDFTtZ \t".utf8.contains(byte)
  }
}
