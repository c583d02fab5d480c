/// One row of a declared table; its stored properties are the columns, in camel case.
public protocol Fact: Codable, Sendable {
  static var table: Table { get }
}
