import Markings

/// Which fonts the letters of a slide's text have ([MS-PPT] 2.9.44): only those from before Unicode matter.
struct SlideFonts {
  /// Fonts by number, and how many one document may have.
  static let limit = 10_000
  private var fonts: [Int: LegacyFont] = [:]

  /// Takes the name of a font ([MS-PPT] 2.9.10).
  mutating func add(_ number: Int, _ entity: BoundedBytes) throws(Unreadable) {
    let name = try entity.slice(0, min(64, entity.count)).utf16
    guard fonts.count < Self.limit, let font = LegacyFont(name: String(name.prefix { $0 != "\0" })) else {
      return
    }
    fonts[number] = font
  }

  var isEmpty: Bool { fonts.isEmpty }

  /// The letters of a text as their fonts show them; `styles` is the record that styles the text.
  func text(_ units: [UInt16], _ styles: BoundedBytes) throws(Unreadable) -> String {
    var at = 0
    var done = 0
    while done <= units.count, at < styles.count {
      done += try styles.u32(at)
      at += 6
      at += try Self.paragraphSize(styles, at)
    }
    var text = ""
    var start = 0
    while start < units.count, at + 8 <= styles.count {
      let end = min(units.count, start + (try styles.u32(at)))
      let mask = try styles.u32(at + 4)
      at += 8
      let font = try Self.font(styles, &at, mask)
      guard end > start else { continue }
      let piece = String(decoding: units[start..<end], as: UTF16.self)
      text += font.flatMap { fonts[$0] }?.text(piece) ?? piece
      start = end
    }
    return text + String(decoding: units[start...], as: UTF16.self)
  }

  /// Bytes of the properties of a paragraph, its mask first ([MS-PPT] 2.9.20).
  private static func paragraphSize(_ styles: BoundedBytes, _ at: Int) throws(Unreadable) -> Int {
    let mask = try styles.u32(at)
    var size = 4
    func add(_ bits: Int, _ width: Int) { if mask & bits != 0 { size += width } }
    add(0xF, 2)
    for bit in [0x80, 0x10, 0x40] { add(bit, 2) }
    add(0x20, 4)
    for bit in [0x800, 0x1000, 0x2000, 0x4000, 0x100, 0x400, 0x8000] { add(bit, 2) }
    if mask & 0x100000 != 0 { size += 2 + 4 * (try styles.u16(at + size)) }
    for bit in [0x10000, 0xE0000, 0x200000] { add(bit, 2) }
    return size
  }

  /// The number of the font in the properties of a run behind its mask, nil where they name none ([MS-PPT] 2.9.14).
  private static func font(
    _ styles: BoundedBytes, _ at: inout Int, _ mask: Int
  ) throws(Unreadable) -> Int? {
    if mask & 0x3EB7 != 0 { at += 2 }
    var font: Int?
    if mask & 0x10000 != 0 {
      font = try styles.u16(at)
      at += 2
    }
    for (bit, width) in [
      (0x200000, 2), (0x400000, 2), (0x800000, 2), (0x20000, 2), (0x40000, 4), (0x80000, 2),
    ]
    where mask & bit != 0 {
      at += width
    }
    return font
  }
}
