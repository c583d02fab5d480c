import Markings

/// Tables of a Word document that hold names: fonts and bookmarks.
enum WordTables {
  /// Names that one table may have.
  static let limit = 10_000

  /// The fonts by number, nil for those that show what they hold ([MS-DOC] 2.9.286).
  static func fonts(_ table: BoundedBytes) throws(Unreadable) -> [LegacyFont?] {
    var fonts: [LegacyFont?] = []
    var at = 4
    for _ in 0..<min(try table.u16(0), limit) {
      guard at < table.count else { break }
      let size = try table.u8(at)
      guard at + 1 + size <= table.count else { break }
      let entry = try table.slice(at + 1, size)
      let name = entry.count > 39 ? try entry.from(39).utf16 : ""
      fonts.append(LegacyFont(name: String(name.prefix { $0 != "\0" })))
      at += 1 + size
    }
    return fonts
  }

  /// The strings of a table of UTF-16 strings ([MS-DOC] 2.2.4).
  static func strings(_ table: BoundedBytes) throws(Unreadable) -> [String] {
    guard try table.u16(0) == 0xFFFF else { return [] }
    let extra = try table.u16(4)
    var strings: [String] = []
    var at = 6
    for _ in 0..<min(try table.u16(2), limit) {
      guard at + 2 <= table.count else { break }
      let size = try table.u16(at) * 2
      guard at + 2 + size <= table.count else { break }
      strings.append(try table.slice(at + 2, size).utf16)
      at += 2 + size + extra
    }
    return strings
  }

  /// The stories of the headers' part: whether each is a footer; nil for the lines that part footnotes.
  static func headerStories(_ table: BoundedBytes) throws(Unreadable) -> [(start: Int, kind: TextPart.Kind)] {
    var stories: [(Int, TextPart.Kind)] = []
    for index in 0..<min(table.count / 4, limit) {
      let kind: TextPart.Kind =
        switch index {
        case ..<6: .note
        case _ where [2, 3, 5].contains((index - 6) % 6): .footer
        default: .header
        }
      stories.append((try table.u32(index * 4), kind))
    }
    return stories
  }
}
