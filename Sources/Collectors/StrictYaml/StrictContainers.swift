import Yams

/// A mapping that notes which of its keys are asked for.
struct StrictMapping<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let node: Node
  let mapping: Node.Mapping
  let codingPath: [any CodingKey]
  let asked: AskedKeys

  var allKeys: [Key] { mapping.keys.compactMap { $0.string.flatMap(Key.init(stringValue:)) } }

  func contains(_ key: Key) -> Bool {
    asked.names.insert(key.stringValue)
    return mapping[key.stringValue] != nil
  }

  func decodeNil(forKey key: Key) throws -> Bool { StrictScalar.isNull(try value(key)) }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try StrictDecoder.decode(type, try value(key), codingPath + [key])
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try nested(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try nested(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { throw StrictRefusal(node, "has no parent") }
  func superDecoder(forKey key: Key) throws -> any Decoder { try nested(key) }

  private func nested(_ key: Key) throws -> StrictDecoder {
    StrictDecoder(node: try value(key), codingPath: codingPath + [key], asked: AskedKeys())
  }

  private func value(_ key: Key) throws -> Node {
    asked.names.insert(key.stringValue)
    guard let value = mapping[key.stringValue] else {
      throw StrictRefusal(node, "missing key \(key.stringValue)")
    }
    return value
  }
}

/// A list of nodes.
struct StrictList: UnkeyedDecodingContainer {
  let nodes: [Node]
  let owner: Node
  let codingPath: [any CodingKey]
  private(set) var currentIndex = 0

  init(nodes: [Node], owner: Node, codingPath: [any CodingKey]) {
    self.nodes = nodes
    self.owner = owner
    self.codingPath = codingPath
  }

  var count: Int? { nodes.count }
  var isAtEnd: Bool { currentIndex >= nodes.count }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, StrictScalar.isNull(nodes[currentIndex]) else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try StrictDecoder.decode(type, try next(), codingPath)
  }

  mutating func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    try nested().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try nested().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try nested() }

  private mutating func nested() throws -> StrictDecoder {
    StrictDecoder(node: try next(), codingPath: codingPath, asked: AskedKeys())
  }

  private mutating func next() throws -> Node {
    guard !isAtEnd else { throw StrictRefusal(owner, "has too few items") }
    defer { currentIndex += 1 }
    return nodes[currentIndex]
  }
}

/// One node as a single value.
struct StrictValue: SingleValueDecodingContainer {
  let node: Node
  let codingPath: [any CodingKey]

  func decodeNil() -> Bool { StrictScalar.isNull(node) }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try StrictDecoder.decode(type, node, codingPath)
  }
}
