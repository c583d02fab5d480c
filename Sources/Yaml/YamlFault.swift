/// What is wrong with a YAML text, and where it stands.
public struct YamlFault: Error, Equatable {
  public enum Kind: Equatable, Sendable {
    case empty
    /// libyaml's words.
    case syntax(String)
    case repeatedKey(String)
    /// A thing of YAML that no file needs: an alias, a tag, a second document.
    case notRead(String)
    /// A key that ends the document and after which another one stands.
    case notLast(String)
  }

  public let kind: Kind
  /// From 1.
  public let line: Int
  /// From 1.
  public let column: Int

  /// In English.
  public var problem: String {
    switch kind {
    case .empty: "the file is empty"
    case .syntax(let words): "not valid YAML (\(words))"
    case .repeatedKey(let key): "repeated key: \(key)"
    case .notRead(let thing): "\(thing) is not read"
    case .notLast(let key): "\(key) must stand last"
    }
  }
}
