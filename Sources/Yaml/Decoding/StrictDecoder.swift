/// Decodes a YAML node into a type strictly: a key that the type does not ask for is refused, with its line and column.
///
/// Every scalar stays as it is written; a type that wants a number or a truth value gets it from the text.
public struct StrictDecoder: Decoder {
  let node: YamlNode
  let asked: AskedKeys

  public var codingPath: [any CodingKey] { [] }
  public var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// Decodes a whole document, or what stands before the key `upTo`; throws `StrictRefusal`.
  public static func decode<T: Decodable>(
    _ type: T.Type, from text: String, upTo last: String? = nil
  ) throws -> T {
    do {
      return try decode(type, YamlNode(yaml: text, upTo: last))
    } catch let fault as YamlFault {
      throw StrictRefusal(line: fault.line, column: fault.column, problem: fault.problem)
    }
  }

  static func decode<T: Decodable>(_ type: T.Type, _ node: YamlNode) throws -> T {
    if let scalar = try StrictScalar.decode(type, node) { return scalar }
    let decoder = StrictDecoder(node: node, asked: AskedKeys())
    let value: T
    do {
      value = try T(from: decoder)
    } catch let error as DecodingError {
      throw StrictRefusal(node, StrictRefusal.text(of: error))
    }
    for member in node.members ?? [] where !decoder.asked.names.contains(member.key.scalar ?? "") {
      throw StrictRefusal(member.key, "unknown key \(member.key.scalar ?? "")")
    }
    return value
  }

  public func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let members = node.members else { throw StrictRefusal(node, "must be a mapping") }
    return KeyedDecodingContainer(StrictMapping(node: node, members: members, asked: asked))
  }

  public func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let items = node.list else { throw StrictRefusal(node, "must be a list") }
    return StrictList(nodes: items, owner: node)
  }

  public func singleValueContainer() throws -> any SingleValueDecodingContainer {
    StrictValue(node: node)
  }
}

/// The keys of one mapping that a type asked for.
final class AskedKeys {
  var names: Set<String> = []
}

/// What is wrong with a data file, and where it stands.
public struct StrictRefusal: Error, Equatable {
  /// From 1.
  public let line: Int
  /// From 1.
  public let column: Int
  public let problem: String

  init(line: Int, column: Int, problem: String) {
    self.line = line
    self.column = column
    self.problem = problem
  }

  init(_ node: YamlNode, _ problem: String) {
    self.init(line: node.line, column: node.column, problem: problem)
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
