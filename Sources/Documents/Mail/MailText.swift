import Markings

/// The text of a mail's part, whose declared character set is often not the one that it is written in.
enum MailText {
  private static let narrow: Set<String> = [
    "us-ascii", "iso-8859-1", "windows-1252", "utf-8", "utf8", "unknown-8bit", "x-unknown", "x-user-defined",
  ]

  /// The text; bytes of a narrow or unknown character set are UTF-8 if they can be, otherwise as Windows-1252 shows them.
  static func text(_ bytes: [UInt8], _ charset: String?) -> String {
    guard let name = charset?.lowercased(), !narrow.contains(name) else { return PlainText.decode(bytes) }
    if name == "windows-1258", String(validating: bytes, as: UTF8.self) == nil {
      return CodePage.text(bytes, CodePage.vietnamese)
    }
    return Charset.text(bytes, named: name) ?? PlainText.decode(bytes)
  }

  /// Mark-up as UTF-8 with a byte order mark where only the mail knows its character set.
  static func marked(_ bytes: [UInt8], _ charset: String?) -> [UInt8] {
    guard let name = charset?.lowercased(), !narrow.contains(name),
      let text = Charset.text(bytes, named: name)
    else {
      return bytes
    }
    return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
  }
}
