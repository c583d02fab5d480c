import Yams

/// Decodes a YAML node into a type strictly: a key that the type does not ask for is refused, with its line and column.
///
/// Every scalar stays as it is written; a type that wants a number or a truth value gets it from the text.
struct StrictDecoder: Decoder {
  let node: Node
  let codingPath: [any CodingKey]
  let asked: AskedKeys

  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// Decodes a whole document; throws `StrictRefusal`, or `YamlError` for what is no YAML.
  static func decode<T: Decodable>(_ type: T.Type, from text: String) throws -> T {
    guard let node = try Yams.compose(yaml: text, .basic) else {
      throw StrictRefusal(line: 1, column: 1, problem: "the file is empty")
    }
    return try decode(type, node, [])
  }

  static func decode<T: Decodable>(_ type: T.Type, _ node: Node, _ path: [any CodingKey]) throws -> T {
    if let scalar = try StrictScalar.decode(type, node) { return scalar }
    let decoder = StrictDecoder(node: node, codingPath: path, asked: AskedKeys())
    let value: T
    do {
      value = try T(from: decoder)
    } catch let error as DecodingError {
      throw StrictRefusal(node, StrictRefusal.text(of: error))
    }
    for (key, _) in node.mapping ?? [:] where !decoder.asked.names.contains(key.string ?? "") {
      throw StrictRefusal(key, "unknown key \(key.string ?? "")")
    }
    return value
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let mapping = node.mapping else { throw StrictRefusal(node, "must be a mapping") }
    return KeyedDecodingContainer(
      StrictMapping(node: node, mapping: mapping, codingPath: codingPath, asked: asked))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let sequence = node.sequence else { throw StrictRefusal(node, "must be a list") }
    return StrictList(nodes: Array(sequence), owner: node, codingPath: codingPath)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    StrictValue(node: node, codingPath: codingPath)
  }
}

/// The keys of one mapping that a type asked for.
final class AskedKeys {
  var names: Set<String> = []
}

/// What is wrong with a data file, and where it stands.
struct StrictRefusal: Error, Equatable {
  /// From 1.
  let line: Int
  /// From 1.
  let column: Int
  let problem: String

  init(line: Int, column: Int, problem: String) {
    self.line = line
    self.column = column
    self.problem = problem
  }

  init(_ node: Node, _ problem: String) {
    self.init(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, problem: problem)
  }

  static func text(of error: DecodingError) -> String {
    switch error {
    case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context):
      context.debugDescription
    default: "\(error)"
    }
  }
}
