import Yams

/// Scalars of YAML as Swift values.
enum StrictScalar {
  static func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
  }

  /// The value where the type is a scalar one; nil for every other type. Throws `StrictRefusal`.
  static func decode<T>(_ type: T.Type, _ node: Node) throws -> T? {
    switch type {
    case is String.Type: return try text(node) as? T
    case is Bool.Type: return try flag(node) as? T
    case is Double.Type: return try number(node, Double.init) as? T
    case is Int.Type: return try number(node, Int.init) as? T
    case is Int64.Type: return try number(node, Int64.init) as? T
    case is UInt32.Type: return try number(node, UInt32.init) as? T
    case is UInt16.Type: return try number(node, UInt16.init) as? T
    case is UInt8.Type: return try number(node, UInt8.init) as? T
    default: return nil
    }
  }

  private static func text(_ node: Node) throws -> String {
    guard let scalar = node.scalar, !isNull(node) else { throw StrictRefusal(node, "must be text") }
    return scalar.string
  }

  private static func flag(_ node: Node) throws -> Bool {
    switch try text(node) {
    case "true": return true
    case "false": return false
    default: throw StrictRefusal(node, "must be true or false")
    }
  }

  private static func number<N>(_ node: Node, _ read: (String) -> N?) throws -> N {
    guard let value = read(try text(node)) else { throw StrictRefusal(node, "must be a number") }
    return value
  }
}
