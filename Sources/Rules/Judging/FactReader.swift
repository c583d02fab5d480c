import Facts
import GRDB

/// Reads the facts that every outcome shows.
struct FactReader {
  let database: Database

  func all<F: Fact>(_ type: F.Type) throws -> [F] {
    try DecodedFact<F>.fetchAll(database, sql: "SELECT * FROM \(F.table.name) ORDER BY rowid").map(\.fact)
  }

  /// Rows of every table but the ledger's.
  func counts() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for table in Schema.tables where !Schema.ledger.contains(table.name) {
      counts[table.name] = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table.name)")
    }
    return counts
  }
}

private struct DecodedFact<F: Fact>: Decodable, FetchableRecord {
  let fact: F

  static var databaseColumnDecodingStrategy: DatabaseColumnDecodingStrategy { .convertFromSnakeCase }

  init(from decoder: any Decoder) throws { fact = try F(from: decoder) }
}
