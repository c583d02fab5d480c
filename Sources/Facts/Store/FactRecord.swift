import GRDB

/// Writes a fact with snake-case columns.
struct FactRecord<F: Fact>: Encodable, PersistableRecord {
  let fact: F

  static var databaseTableName: String { F.table.name }
  static var databaseColumnEncodingStrategy: DatabaseColumnEncodingStrategy { .convertToSnakeCase }

  func encode(to encoder: any Encoder) throws { try fact.encode(to: encoder) }
}
