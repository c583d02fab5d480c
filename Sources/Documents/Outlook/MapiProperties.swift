/// A list of MAPI properties as TNEF packs it ([MS-OXTNEF] 2.1.3.4): texts, bytes and objects; other values are skipped.
struct MapiProperties {
  /// Properties that one list may have, and values that one property may have.
  static let limit = 100_000

  enum Value {
    /// 8-bit letters and UTF-16.
    case narrow(BoundedBytes)
    case wide(BoundedBytes)
    case bytes(BoundedBytes)
    /// An object behind the id of its interface.
    case object(BoundedBytes)
  }

  struct Property {
    var id: Int
    /// Name of a named property.
    var name: String?
    var values: [Value]
  }

  private(set) var properties: [Property] = []
  private let content: BoundedBytes
  private var at = 4

  /// The properties of a list; throws `Unreadable` where it breaks off.
  init(_ content: BoundedBytes) throws(Unreadable) {
    self.content = content
    for _ in 0..<min(try content.u32(0), Self.limit) { properties.append(try next()) }
  }

  private mutating func next() throws(Unreadable) -> Property {
    let type = try content.u16(at)
    var property = Property(id: try content.u16(at + 2), name: nil, values: [])
    at += 4
    if property.id >= 0x8000 { property.name = try name() }
    let isVariable = [0x1E, 0x1F, 0x102, 0x0D].contains(type & 0xFFF)
    var count = 1
    if type & 0x1000 != 0 || isVariable { count = try u32() }
    guard count <= Self.limit else { throw Unreadable(.damaged) }
    if isVariable {
      for _ in 0..<count {
        if let value = Self.value(type & 0xFFF, try sized()) { property.values.append(value) }
      }
    } else {
      at += count * (try Self.width(type & 0xFFF))
      at += -at & 3
      if at > content.count { throw Unreadable(.damaged) }
    }
    return property
  }

  /// The name of a property: a number, or letters.
  private mutating func name() throws(Unreadable) -> String? {
    at += 16
    if try u32() == 0 {
      at += 4
      return nil
    }
    let letters = try sized().utf16
    return String(letters.prefix { $0 != "\0" })
  }

  private mutating func u32() throws(Unreadable) -> Int {
    defer { at += 4 }
    return try content.u32(at)
  }

  /// Bytes behind their number, filled up to a multiple of four.
  private mutating func sized() throws(Unreadable) -> BoundedBytes {
    let size = try u32()
    let bytes = try content.slice(at, size)
    at += (size + 3) & ~3
    return bytes
  }

  private static func value(_ type: Int, _ bytes: BoundedBytes) -> Value? {
    switch type {
    case 0x1E: .narrow(bytes)
    case 0x1F: .wide(bytes)
    case 0x102: .bytes(bytes)
    default: .object(bytes)
    }
  }

  /// Bytes of a value of fixed size; throws `Unreadable` for a type that is not known.
  private static func width(_ type: Int) throws(Unreadable) -> Int {
    switch type {
    case 0x01: 0
    case 0x02, 0x03, 0x04, 0x0A, 0x0B: 4
    case 0x05, 0x06, 0x07, 0x14, 0x40: 8
    case 0x48: 16
    default: throw Unreadable(.damaged)
    }
  }
}
