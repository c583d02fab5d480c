extension StringProtocol {
  /// Whether nothing but white space stands in it.
  var isBlank: Bool {
    if utf8.contains(where: { (0x21..<0x7F).contains($0) }) { return false }
    return allSatisfy(\.isWhitespace)
  }
}
