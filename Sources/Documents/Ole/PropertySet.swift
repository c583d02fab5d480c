import Markings

/// The texts of an OLE property set stream ([MS-OLEPS]): title and subject apart, all others as "name=value".
///
/// Not libgsf's reader: it converts legacy code pages by itself and loses the letters of the fonts of before Unicode.
struct PropertySet {
  /// Properties that one section may have.
  static let propertyLimit = 4096

  private static let unicodePage = 1200
  private let stream: BoundedBytes
  private var collector = TextCollector()

  /// The texts of a stream; throws `Unreadable`.
  static func parts(_ stream: [UInt8]) throws(Unreadable) -> [TextPart] {
    var set = PropertySet(stream: BoundedBytes(stream))
    try set.read()
    return set.collector.parts()
  }

  private init(stream: BoundedBytes) { self.stream = stream }

  private mutating func read() throws(Unreadable) {
    guard try stream.u16(0) == 0xFFFE else { throw Unreadable(.damaged) }
    let sections = min(try stream.u32(24), 2)
    for index in 0..<sections {
      let offset = try stream.u32(28 + index * 20 + 16)
      try readSection(try stream.from(offset), isSummary: try isSummary(index))
    }
  }

  /// Whether a section is SummaryInformation, whose second and third properties are title and subject.
  private func isSummary(_ index: Int) throws(Unreadable) -> Bool {
    try stream.u32(28 + index * 20) == 0xF29F_85E0
  }

  private mutating func readSection(_ section: BoundedBytes, isSummary: Bool) throws(Unreadable) {
    let count = min(try section.u32(4), Self.propertyLimit)
    var offsets: [(id: Int, offset: Int)] = []
    for index in 0..<count {
      offsets.append((try section.u32(8 + index * 8), try section.u32(12 + index * 8)))
    }
    var codePage = 1252
    if let place = offsets.first(where: { $0.id == 1 }), try section.u16(place.offset) == 2 {
      codePage = try section.u16(place.offset + 4)
    }
    var names: [Int: String] = [:]
    if let place = offsets.first(where: { $0.id == 0 }) {
      names = try dictionary(section, place.offset, codePage)
    }
    for (id, offset) in offsets where id > 1 {
      for text in try texts(section, offset, codePage) where !text.isEmpty {
        if isSummary, id == 2 || id == 3 {
          try collector.addLines(text, .subject)
        } else {
          try collector.addLines("\(names[id] ?? String(id))=\(text)", .property)
        }
      }
    }
  }

  private func dictionary(
    _ section: BoundedBytes, _ start: Int, _ codePage: Int
  ) throws(Unreadable) -> [Int: String] {
    var names: [Int: String] = [:]
    var at = start + 4
    for _ in 0..<min(try section.u32(start), Self.propertyLimit) {
      let id = try section.u32(at)
      let length = try section.u32(at + 4)
      let isUnicode = codePage == Self.unicodePage
      let size = isUnicode ? length * 2 : length
      names[id] = text(try section.slice(at + 8, size), codePage)
      at += 8 + (isUnicode ? (size + 3) & ~3 : size)
    }
    return names
  }

  /// The texts of one property: a string, or a list of strings.
  private func texts(
    _ section: BoundedBytes, _ offset: Int, _ codePage: Int
  ) throws(Unreadable) -> [String] {
    let type = try section.u32(offset)
    switch type {
    case 0x1E, 0x1F, 0x08: return [try string(section, offset + 4, type, codePage).text]
    case 0x101E, 0x101F:
      var at = offset + 8
      var texts: [String] = []
      for _ in 0..<min(try section.u32(offset + 4), Self.propertyLimit) {
        let (text, end) = try string(section, at, type & 0xFFF, codePage)
        texts.append(text)
        at = end
      }
      return texts
    default: return []
    }
  }

  private func string(
    _ section: BoundedBytes, _ at: Int, _ type: Int, _ codePage: Int
  ) throws(Unreadable) -> (text: String, end: Int) {
    let length = try section.u32(at)
    let size = type == 0x1F ? length * 2 : length
    let page = type == 0x1F ? Self.unicodePage : codePage
    return (text(try section.slice(at + 4, size), page), at + 4 + ((size + 3) & ~3))
  }

  private func text(_ bytes: BoundedBytes, _ codePage: Int) -> String {
    let text = codePage == Self.unicodePage ? bytes.utf16 : Charset.text(bytes.all, codePage: codePage)
    return String(text.prefix { $0 != "\0" })
  }
}
