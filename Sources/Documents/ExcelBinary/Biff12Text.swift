/// Reads the fields of one record of a binary workbook, one after the other.
struct Biff12Text {
  private let content: BoundedBytes
  private(set) var at: Int

  init(_ content: BoundedBytes, at: Int = 0) {
    self.content = content
    self.at = at
  }

  mutating func skip(_ count: Int) { at += count }

  mutating func u32() throws(Unreadable) -> Int {
    defer { at += 4 }
    return try content.u32(at)
  }

  /// A string ([MS-XLSB] 2.5.168); empty where there is none.
  mutating func string() throws(Unreadable) -> String {
    String(decoding: try units(), as: UTF16.self)
  }

  /// A string with the fonts of its runs ([MS-XLSB] 2.5.121).
  mutating func richString() throws(Unreadable) -> BiffText.Text {
    let flags = try content.u8(at)
    at += 1
    var text = BiffText.Text(units: try units())
    guard flags & 1 != 0 else { return text }
    for _ in 0..<min(try u32(), text.units.count) {
      text.runs.append((try content.u16(at), try content.u16(at + 2)))
      at += 4
    }
    return text
  }

  private mutating func units() throws(Unreadable) -> [UInt16] {
    let count = try u32()
    guard count != 0xFFFF_FFFF else { return [] }
    let letters = try content.slice(at, count * 2)
    at += count * 2
    return Array(letters.utf16.utf16)
  }
}
