/// A declared table of facts.
public struct Table: Sendable, Equatable {
  public let name: String
  public let summary: String
  public let columns: [Column]
  /// The statement that adds a row, with a value for every column in their order.
  let insertion: String

  public init(_ name: String, _ summary: String, _ columns: [Column]) {
    self.name = name
    self.summary = summary
    self.columns = columns
    let names = columns.map(\.name).joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    insertion = "INSERT INTO \(name) (\(names)) VALUES (\(marks))"
  }

  /// The `CREATE TABLE … STRICT` statement of the table.
  public var sql: String {
    "CREATE TABLE \(name) (\n  \(columns.map(\.sql).joined(separator: ",\n  "))\n) STRICT"
  }
}
