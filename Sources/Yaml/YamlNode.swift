/// A node of a YAML document that knows its place.
public struct YamlNode: Sendable {
  /// How a scalar is written.
  public enum Style: Sendable {
    case plain
    case quoted
    /// As a block whose line ends stay.
    case literal
    case folded
  }

  public struct Member: Sendable {
    public let key: YamlNode
    public let value: YamlNode
  }

  public enum Content: Sendable {
    /// A scalar as it is written, whatever YAML would resolve it to.
    case scalar(String, Style)
    case list([YamlNode])
    case mapping([Member])
  }

  public let content: Content
  /// From 1.
  public let line: Int
  /// From 1.
  public let column: Int

  /// The text of a scalar; nil for any other node.
  public var scalar: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  public var style: Style? {
    guard case .scalar(_, let style) = content else { return nil }
    return style
  }

  public var list: [YamlNode]? {
    guard case .list(let items) = content else { return nil }
    return items
  }

  public var members: [Member]? {
    guard case .mapping(let members) = content else { return nil }
    return members
  }

  /// The value of a mapping's key.
  public subscript(key: String) -> YamlNode? { members?.first { $0.key.scalar == key }?.value }

  /// Whether a scalar without quotes stands for no value.
  public var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}
