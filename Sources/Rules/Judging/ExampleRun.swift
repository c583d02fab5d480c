import Facts

/// Runs the examples of checks: each is a whole machine of which only the given facts are known.
public struct ExampleRun {
  private let pack: RulePack

  public init(pack: RulePack) { self.pack = pack }

  /// The result that the facts of an example give.
  public func status(of check: Check, _ example: Check.Example) throws -> RuleResult.Status {
    let store = try FactsStore()
    try fill(store, example)
    return try store.connection(views: pack.views).read { database in
      let records = try FactReader(database: database).all(CollectionRecord.self)
      let run = CheckRun(
        runner: try SqlRunner(database), ledger: TableLedger(records), tables: pack.checkTables)
      let window = ActWindow(
        collectedAt: example.collectedAt, connectedSince: example.connectedSince, actsUntil: .max,
        signatureAge: example.signatureAge)
      return run.finding(check, window).certainStatus
    }
  }

  /// Every table complete and empty but for what the example gives.
  func fill(_ store: FactsStore, _ example: Check.Example) throws {
    for table in Schema.tables where !Schema.ledger.contains(table.name) {
      try store.insert(
        CollectionRecord(
          tableName: table.name, source: "example", status: example.statuses[table.name] ?? .complete))
    }
    for (name, rows) in example.rows {
      guard let table = Schema.table(name) else { continue }
      for row in rows { try store.insert(into: table, Self.whole(row, table, example)) }
    }
    if example.rows[Scan.table.name] == nil {
      try store.insert(into: Scan.table, Self.whole([:], Scan.table, example))
    }
  }

  /// The row with the columns that the example leaves out: the first allowed code, 0, or empty text.
  private static func whole(
    _ row: [String: FactValue], _ table: Table, _ example: Check.Example
  ) -> [String: FactValue] {
    var whole = row
    for column in table.columns where whole[column.name] == nil && !column.isOptional {
      switch column.kind {
      case .text: whole[column.name] = .text(column.allowed.first ?? "")
      case .integer: whole[column.name] = .integer(0)
      }
    }
    if table.name == Scan.table.name, row["collected_at"] == nil {
      whole["collected_at"] = .integer(example.collectedAt)
    }
    return whole
  }
}
