/// The text of bytes by the number of a Windows code page.
public enum CodePage {
  /// Vietnamese Windows.
  public static let vietnamese = 1258

  /// UTF-8 and Vietnamese Windows are decoded; other bytes are left as the letters that Windows-1252 makes of them.
  public static func text(_ bytes: [UInt8], _ number: Int) -> String {
    if number == vietnamese, let text = CP1258().decode(bytes) { return text }
    if number == 65001, let text = String(validating: bytes, as: UTF8.self) { return text }
    return Windows1252.letters(bytes)
  }
}
