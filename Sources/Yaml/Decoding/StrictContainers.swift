/// A mapping that notes which of its keys are asked for.
struct StrictMapping<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let node: YamlNode
  let members: [YamlNode.Member]
  var codingPath: [any CodingKey] { [] }
  let asked: AskedKeys

  var allKeys: [Key] { members.compactMap { $0.key.scalar.flatMap(Key.init(stringValue:)) } }

  func contains(_ key: Key) -> Bool {
    asked.names.insert(key.stringValue)
    return node[key.stringValue] != nil
  }

  func decodeNil(forKey key: Key) throws -> Bool { try value(key).isNull }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try StrictDecoder.decode(type, try value(key))
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
    StrictDecoder(node: try value(key), asked: AskedKeys())
  }

  private func value(_ key: Key) throws -> YamlNode {
    asked.names.insert(key.stringValue)
    guard let value = node[key.stringValue] else {
      throw StrictRefusal(node, "missing key \(key.stringValue)")
    }
    return value
  }
}

/// A list of nodes.
struct StrictList: UnkeyedDecodingContainer {
  let nodes: [YamlNode]
  let owner: YamlNode
  var codingPath: [any CodingKey] { [] }
  private(set) var currentIndex = 0

  init(nodes: [YamlNode], owner: YamlNode) {
    self.nodes = nodes
    self.owner = owner
  }

  var count: Int? { nodes.count }
  var isAtEnd: Bool { currentIndex >= nodes.count }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, nodes[currentIndex].isNull else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try StrictDecoder.decode(type, try next())
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
    StrictDecoder(node: try next(), asked: AskedKeys())
  }

  private mutating func next() throws -> YamlNode {
    guard !isAtEnd else { throw StrictRefusal(owner, "has too few items") }
    defer { currentIndex += 1 }
    return nodes[currentIndex]
  }
}

/// One node as a single value.
struct StrictValue: SingleValueDecodingContainer {
  let node: YamlNode
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { node.isNull }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try StrictDecoder.decode(type, node)
  }
}
