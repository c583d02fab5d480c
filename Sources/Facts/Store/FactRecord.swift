import GRDB

/// Writes a fact with snake-case columns.
struct FactRecord<F: Fact>: Encodable, EncodableRecord {
  let fact: F

  static var databaseColumnEncodingStrategy: DatabaseColumnEncodingStrategy { ColumnName.encoding }

  func encode(to encoder: any Encoder) throws { try fact.encode(to: encoder) }

  /// Adds the row; paths begin with the root of the place, where one is given. Throws `DatabaseError`.
  func insert(into database: Database, at place: FactsPlace? = nil) throws {
    var values = try databaseDictionary
    if let place { values = place.completed(values) }
    let row = F.table.columns.map { values.removeValue(forKey: $0.name) ?? .null }
    if let stranger = values.keys.min() {
      throw DatabaseError(message: "table \(F.table.name) has no column named \(stranger)")
    }
    try database.cachedStatement(sql: F.table.insertion).execute(arguments: StatementArguments(row))
  }
}
