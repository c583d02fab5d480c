/// A declared table of facts.
public struct Table: Sendable, Equatable {
  public let name: String
  public let summary: String
  public let columns: [Column]

  public init(_ name: String, _ summary: String, _ columns: [Column]) {
    self.name = name
    self.summary = summary
    self.columns = columns
  }

  /// The `CREATE TABLE … STRICT` statement of the table.
  public var sql: String {
    "CREATE TABLE \(name) (\n  \(columns.map(\.sql).joined(separator: ",\n  "))\n) STRICT"
  }
}
