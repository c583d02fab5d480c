/// What the scanner asks of the worker: one datagram with one descriptor for each item, in order.
public struct ParseRequest: Sendable, Equatable {
  /// Descriptors that one message may carry; the kernel's own limit is 253.
  public static let itemLimit = 64
  static let magic: UInt32 = 0x3151_5341

  /// One file.
  public struct Item: Sendable, Equatable {
    /// Type by the scanner's own sniff.
    public var type: FileType
    /// Whether the name promises another type than the sniff saw.
    public var isContradicted: Bool

    public init(type: FileType, isContradicted: Bool = false) {
      self.type = type
      self.isContradicted = isContradicted
    }
  }

  public var items: [Item]

  public init(items: [Item]) { self.items = items }

  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.number(Self.magic)
    writer.number(UInt8(items.count))
    for item in items {
      writer.code(item.type)
      writer.number(UInt8(item.isContradicted ? 1 : 0))
    }
    return writer.bytes
  }

  public init(decoding bytes: [UInt8]) throws(WireError) {
    var reader = ByteReader(bytes)
    guard try reader.number(UInt32.self) == Self.magic else { throw .wrongMagic }
    let count = Int(try reader.number(UInt8.self))
    guard (1...Self.itemLimit).contains(count) else { throw .outOfBounds }
    items = []
    for _ in 0..<count {
      let type = try reader.code(FileType.self)
      let flag = try reader.number(UInt8.self)
      guard flag <= 1 else { throw .outOfBounds }
      items.append(Item(type: type, isContradicted: flag == 1))
    }
    guard reader.isAtEnd else { throw .trailingBytes }
  }
}
