import Facts

/// How far each table can be trusted, from the ledger of the collection.
struct TableLedger {
  private let records: [String: [CollectionRecord]]

  init(_ records: [CollectionRecord]) { self.records = Dictionary(grouping: records, by: \.tableName) }

  /// A table without a ledger row was not collected; what airseal writes itself is always complete.
  func state(of table: String) -> TableState {
    if Schema.ledger.contains(table) {
      return TableState(table: table, status: .complete, sources: [])
    }
    let sources = records[table] ?? []
    return TableState(table: table, status: .combined(sources.map(\.status)), sources: sources)
  }
}
