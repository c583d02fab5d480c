import Foundation

/// Writes registry hives of Windows (regf 1.3) with a few keys, as one block.
public struct HiveBuilder {
  /// A key with its values and the keys below it.
  public struct Key {
    public var name: String
    public var values: [Value]
    public var children: [Key]

    public init(_ name: String, _ values: [Value] = [], _ children: [Key] = []) {
      self.name = name
      self.values = values
      self.children = children
    }

    /// The keys of a path, the last with values and children.
    public static func path(_ path: String, _ values: [Value] = [], _ children: [Key] = []) -> Key {
      let names = path.split(separator: "\\").map(String.init)
      let last = Key(names.last ?? "", values, children)
      return names.dropLast().reversed().reduce(last) { Key($1, [], [$0]) }
    }
  }

  /// A value of a key.
  public struct Value {
    var name: String
    var type: UInt32
    var bytes: [UInt8]

    public static func text(_ name: String, _ text: String) -> Value {
      Value(
        name: name, type: 1, bytes: (Array(text.utf16) + [0]).flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] })
    }

    public static func number(_ name: String, _ number: UInt32) -> Value {
      Value(name: name, type: 4, bytes: withUnsafeBytes(of: number.littleEndian, Array.init))
    }

    public static func binary(_ name: String, _ bytes: [UInt8]) -> Value {
      Value(name: name, type: 3, bytes: bytes)
    }
  }

  private static let none: UInt32 = 0xffff_ffff
  private var block: [UInt8] = Array("hbin".utf8) + [UInt8](repeating: 0, count: 28)

  /// The bytes of a hive whose root holds the keys.
  public static func hive(_ keys: [Key]) -> [UInt8] {
    var builder = HiveBuilder()
    let root = builder.add(Key("ROOT", [], keys), isRoot: true)
    return builder.finish(root)
  }

  private mutating func cell(_ payload: [UInt8]) -> UInt32 {
    let at = UInt32(block.count)
    let size = (payload.count + 4 + 7) / 8 * 8
    block += Self.bytes(UInt32(bitPattern: Int32(-size))) + payload
    block += [UInt8](repeating: 0, count: size - payload.count - 4)
    return at
  }

  private mutating func add(_ key: Key, isRoot: Bool = false) -> UInt32 {
    let children = key.children.sorted { $0.name.uppercased() < $1.name.uppercased() }.map { add($0) }
    let values = key.values.map { add($0) }
    let childList =
      children.isEmpty
      ? Self.none : cell(Array("li".utf8) + Self.short(children.count) + children.flatMap(Self.bytes))
    let valueList = values.isEmpty ? Self.none : cell(values.flatMap(Self.bytes))
    let name = Array(key.name.utf8)
    var node = Array("nk".utf8) + Self.short(isRoot ? 0x2c : 0x20) + [UInt8](repeating: 0, count: 12)
    node += Self.bytes(0) + Self.bytes(UInt32(children.count)) + Self.bytes(0)
    node += Self.bytes(childList) + Self.bytes(Self.none) + Self.bytes(UInt32(values.count))
    node += Self.bytes(valueList) + Self.bytes(Self.none) + Self.bytes(Self.none)
    node += [UInt8](repeating: 0, count: 20) + Self.short(name.count) + Self.short(0) + name
    return cell(node)
  }

  private mutating func add(_ value: Value) -> UInt32 {
    let isInline = value.bytes.count <= 4
    let data =
      isInline
      ? value.bytes + [UInt8](repeating: 0, count: 4 - value.bytes.count) : Self.bytes(cell(value.bytes))
    let length = UInt32(value.bytes.count) | (isInline ? 0x8000_0000 : 0)
    let name = Array(value.name.utf8)
    return cell(
      Array("vk".utf8) + Self.short(name.count) + Self.bytes(length) + data + Self.bytes(value.type)
        + Self.short(1) + Self.short(0) + name)
  }

  private mutating func finish(_ root: UInt32) -> [UInt8] {
    let page = 4096
    let size = (block.count + 8 + page - 1) / page * page
    let free = size - block.count
    block += Self.bytes(UInt32(free)) + [UInt8](repeating: 0, count: free - 4)
    block.replaceSubrange(8..<12, with: Self.bytes(UInt32(size)))
    var header = Array("regf".utf8) + Self.bytes(1) + Self.bytes(1) + [UInt8](repeating: 0, count: 8)
    header += Self.bytes(1) + Self.bytes(3) + Self.bytes(0) + Self.bytes(1) + Self.bytes(root)
    header += Self.bytes(UInt32(size)) + Self.bytes(1)
    header += [UInt8](repeating: 0, count: 508 - header.count)
    let sum = stride(from: 0, to: 508, by: 4).reduce(UInt32(0)) { sum, at in
      sum ^ (0..<4).reduce(UInt32(0)) { $0 | UInt32(header[at + $1]) << (8 * UInt32($1)) }
    }
    header += Self.bytes(sum)
    return header + [UInt8](repeating: 0, count: page - header.count) + block
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian, Array.init)
  }

  private static func short(_ number: Int) -> [UInt8] { [UInt8(number & 0xff), UInt8(number >> 8)] }
}
