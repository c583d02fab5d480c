import Foundation

/// Scalars of YAML as Swift values; times as ISO 8601 writes them.
enum StrictScalar {
  /// The value where the type is a scalar one; nil for every other type. Throws `StrictRefusal`.
  static func decode<T>(_ type: T.Type, _ node: YamlNode) throws -> T? {
    switch type {
    case is String.Type: return try text(node) as? T
    case is Bool.Type: return try flag(node) as? T
    case is Double.Type: return try number(node, Double.init) as? T
    case is Int.Type: return try number(node, Int.init) as? T
    case is Int64.Type: return try number(node, Int64.init) as? T
    case is Int32.Type: return try number(node, Int32.init) as? T
    case is UInt64.Type: return try number(node, UInt64.init) as? T
    case is UInt32.Type: return try number(node, UInt32.init) as? T
    case is UInt16.Type: return try number(node, UInt16.init) as? T
    case is UInt8.Type: return try number(node, UInt8.init) as? T
    case is Date.Type: return try date(node) as? T
    default: return nil
    }
  }

  private static func text(_ node: YamlNode) throws -> String {
    guard let text = node.scalar, !node.isNull else { throw StrictRefusal(node, "must be text") }
    return text
  }

  private static func flag(_ node: YamlNode) throws -> Bool {
    switch try text(node) {
    case "true": return true
    case "false": return false
    default: throw StrictRefusal(node, "must be true or false")
    }
  }

  private static func date(_ node: YamlNode) throws -> Date {
    do {
      return try Date(try text(node), strategy: .iso8601)
    } catch is CocoaError {
      throw StrictRefusal(node, "must be a time as 2026-05-20T18:12:30+07:00")
    }
  }

  private static func number<N>(_ node: YamlNode, _ read: (String) -> N?) throws -> N {
    guard let value = read(try text(node)) else { throw StrictRefusal(node, "must be a number") }
    return value
  }
}
