import Markings

/// Reads all text of a PowerPoint document of before 2007 ([MS-PPT]): slides, notes, masters, comments, headers, WordArt.
struct SlidesReader {
  /// Records that may stand in one another.
  static let depthLimit = 64

  /// An object that a slide embeds: an OLE2 file, packed or not.
  struct Object {
    var bytes: ArraySlice<UInt8>
    var isPacked: Bool
    /// Size when unpacked, bytes.
    var size: Int
  }

  private var collector = RunCollector()
  private var isPartial = false
  private var objects: [Object] = []
  private var isEncrypted = false
  private var fonts = SlideFonts()
  /// A text whose styles may follow.
  private var pending: (units: [UInt16], kind: TextPart.Kind)?

  /// Data of a later version of PowerPoint: a container, though it is not marked as one.
  private static let tagData = 0x138B

  private init() {}

  /// The text of the stream "PowerPoint Document" and what it embeds; throws `Unreadable`.
  static func read(_ stream: [UInt8]) throws(Unreadable) -> (extract: Extract, objects: [Object]) {
    var reader = SlidesReader()
    try reader.walk(BoundedBytes(stream), .body, parent: 0, depth: 0)
    try reader.flush()
    if reader.isEncrypted { throw Unreadable(.encrypted) }
    var extract = Extract(.ppt, try reader.collector.parts())
    extract.isPartial = reader.isPartial
    return (extract, reader.objects)
  }

  private mutating func walk(
    _ bytes: BoundedBytes, _ kind: TextPart.Kind, parent: Int, depth: Int
  ) throws(Unreadable) {
    guard depth < Self.depthLimit else { throw Unreadable(.tooDeep) }
    var at = 0
    while at + 8 <= bytes.count {
      let version = try bytes.u16(at)
      let type = try bytes.u16(at + 2)
      var size = try bytes.u32(at + 4)
      if type == 0, size == 0, version == 0 { return }
      if size > bytes.count - at - 8 {
        isPartial = true
        size = bytes.count - at - 8
      }
      let content = try bytes.slice(at + 8, size)
      if version & 0xF == 0xF || type == Self.tagData {
        try flush()
        try walk(content, Self.kind(type) ?? kind, parent: type, depth: depth + 1)
        try flush()
      } else {
        try take(type, version >> 4, content, kind, parent)
      }
      at += 8 + size
    }
  }

  /// Where the text of a container stands; nil where that of its surroundings holds.
  private static func kind(_ type: Int) -> TextPart.Kind? {
    switch type {
    case 0x03F0: .note
    case 0x2EE0: .comment
    default: nil
    }
  }

  private mutating func take(
    _ type: Int, _ instance: Int, _ content: BoundedBytes, _ kind: TextPart.Kind, _ parent: Int
  ) throws(Unreadable) {
    switch type {
    case 0x0FA0: try hold(content.utf16, kind)
    case 0x0FA8: try hold(content.latin1, kind)
    case 0x0FA1: try style(content)
    case 0x0FB7: try fonts.add(instance, content)
    case 0x0FBA: try takeString(content.utf16, instance, kind, parent)
    case 0x1011: try takeObject(content, instance)
    case 0x2F14: isEncrypted = true
    case _ where DrawingReader.isPropertyTable(type):
      try collector.endText(kind)
      try DrawingReader.readProperties(content, count: instance, &collector.text, .textBox)
    default: break
    }
  }

  private mutating func takeString(
    _ text: String, _ instance: Int, _ kind: TextPart.Kind, _ parent: Int
  ) throws(Unreadable) {
    switch parent {
    case 0x0FD9: try add(text, instance == 2 ? .footer : .header)
    case 0x2EE0: if instance == 1 { try add(text, .comment) }
    case 0x03EE, 0x03F8, 0x03E8: try add(text, .sheetName)
    case 0x138A, 0x1388: break
    default: try add(text, .label)
    }
  }

  private mutating func hold(_ text: String, _ kind: TextPart.Kind) throws(Unreadable) {
    try flush()
    pending = (Array(text.utf16), kind)
  }

  private mutating func style(_ styles: BoundedBytes) throws(Unreadable) {
    guard let held = pending, !fonts.isEmpty else { return }
    pending = nil
    do throws(Unreadable) {
      try add(try fonts.text(held.units, styles), held.kind)
    } catch {
      guard error.cause == .damaged else { throw error }
      isPartial = true
      try add(String(decoding: held.units, as: UTF16.self), held.kind)
    }
  }

  private mutating func flush() throws(Unreadable) {
    guard let held = pending else { return }
    pending = nil
    try add(String(decoding: held.units, as: UTF16.self), held.kind)
  }

  /// Paragraphs end in a carriage return, lines in a vertical tab.
  private mutating func add(_ text: String, _ kind: TextPart.Kind) throws(Unreadable) {
    try collector.endText(kind)
    try collector.text.addLines(text, kind)
  }

  private mutating func takeObject(_ content: BoundedBytes, _ instance: Int) throws(Unreadable) {
    guard content.count > 4 else { return }
    if instance == 1 {
      objects.append(Object(bytes: try content.from(4).all, isPacked: true, size: try content.u32(0)))
    } else {
      objects.append(Object(bytes: content.all, isPacked: false, size: content.count))
    }
  }
}
