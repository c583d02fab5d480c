import GRDB

/// Rows of fact tables as their types.
public enum FactRows {
  /// Every row of a table in the order of its writing.
  public static func all<F: Fact>(_ type: F.Type, _ database: Database) throws -> [F] {
    try DecodedFact<F>.fetchAll(database, sql: "SELECT * FROM \(F.table.name) ORDER BY rowid")
      .map { $0.fact }
  }
}

extension FactsStore {
  /// Every row that was collected so far.
  public func all<F: Fact>(_ type: F.Type) throws -> [F] { try queue.read { try FactRows.all(type, $0) } }
}

private struct DecodedFact<F: Fact>: Decodable, FetchableRecord {
  let fact: F

  static var databaseColumnDecodingStrategy: DatabaseColumnDecodingStrategy { ColumnName.decoding }

  init(from decoder: any Decoder) throws { fact = try F(from: decoder) }
}
