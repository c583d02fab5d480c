import Markings

/// The texts in properties of Office drawings ([MS-ODRAW]): WordArt, and what is read aloud for a picture.
enum DrawingReader {
  /// Records that may stand in one another.
  static let depthLimit = 64

  /// Adds the texts of a run of drawing records; `kind` is where WordArt goes. A damaged tail is left out.
  static func add(
    _ bytes: BoundedBytes, to collector: inout TextCollector, _ kind: TextPart.Kind = .textBox, depth: Int = 0
  ) throws(Unreadable) {
    guard depth < depthLimit else { throw Unreadable(.tooDeep) }
    var at = 0
    while at + 8 <= bytes.count {
      let version = try bytes.u16(at)
      let type = try bytes.u16(at + 2)
      let size = min(try bytes.u32(at + 4), bytes.count - at - 8)
      let content = try bytes.slice(at + 8, size)
      if version & 0xF == 0xF {
        try add(content, to: &collector, kind, depth: depth + 1)
      } else if isPropertyTable(type) {
        try readProperties(content, count: version >> 4, &collector, kind)
      }
      at += 8 + size
    }
  }

  /// Whether a record is a table of properties.
  static func isPropertyTable(_ type: Int) -> Bool { [0xF00B, 0xF121, 0xF122].contains(type) }

  /// Adds the texts of one table of properties.
  static func readProperties(
    _ table: BoundedBytes, count: Int, _ collector: inout TextCollector, _ kind: TextPart.Kind
  ) throws(Unreadable) {
    var data = count * 6
    for index in 0..<count {
      guard index * 6 + 6 <= table.count else { return }
      let id = try table.u16(index * 6)
      let value = try table.u32(index * 6 + 2)
      guard id & 0x8000 != 0 else { continue }
      guard data + value <= table.count else { return }
      let place: TextPart.Kind? =
        switch id & 0x3FFF {
        case 0x00C0: kind
        case 0x0381: .label
        default: nil
        }
      if let place {
        let text = try table.slice(data, value).utf16
        try collector.addLines(String(text.prefix { $0 != "\0" }), place)
      }
      data += value
    }
  }
}
