import Facts
import GRDB

/// Reads the facts that every outcome shows.
struct FactReader {
  let database: Database

  func all<F: Fact>(_ type: F.Type) throws -> [F] {
    try FactRows.all(type, database)
  }

  /// Rows of every table but the ledger's.
  func counts() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for table in Schema.tables where !Schema.ledger.contains(table.name) {
      counts[table.name] = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table.name)")
    }
    let tally = try all(DocumentTally.self)
    for row in tally { counts["files_\(row.outcome.rawValue)", default: 0] += Int(row.files) }
    counts["files_cached"] = Int(tally.reduce(0) { $0 + $1.cached })
    return counts
  }
}
