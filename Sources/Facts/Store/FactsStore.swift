import GRDB

/// Facts while they are being collected, in memory.
public final class FactsStore: FactsSource, Sendable {
  let queue: DatabaseQueue

  /// An empty store with every declared table.
  public init() throws {
    queue = try DatabaseQueue()
    try queue.write { database in
      for table in Schema.tables { try database.execute(sql: table.sql) }
      try database.execute(sql: "PRAGMA user_version = \(Schema.version)")
    }
  }

  public func connection(
    prepare: @escaping @Sendable (Database) throws -> Void
  ) throws -> DatabaseQueue {
    try queue.write(prepare)
    return queue
  }

  public func insert(_ fact: some Fact) throws {
    try queue.write { try FactRecord(fact: fact).insert($0) }
  }

  /// Inserts a row by column names, as rule examples give it; throws on an unknown column or a wrong type.
  public func insert(into table: Table, _ row: [String: FactValue]) throws {
    let columns = row.keys.sorted()
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    try queue.write { database in
      try database.execute(
        sql: "INSERT INTO \(table.name) (\(columns.joined(separator: ", "))) VALUES (\(marks))",
        arguments: StatementArguments(columns.map { row[$0]?.databaseValue ?? .null }))
    }
  }

  /// Runs one collector and writes its ledger rows: the status follows from what the collector added, skipped and threw.
  @discardableResult
  public func collect(
    source: String, tables: [Table], monitor: any CollectionMonitor,
    _ body: (any FactSink) throws -> Void
  ) throws -> CollectionRecord {
    let clock = ContinuousClock()
    let start = clock.now
    return try queue.writeWithoutTransaction { database in
      try database.beginTransaction()
      let sink = StoreSink(database: database, source: source, tables: tables, monitor: monitor)
      let outcome = sink.outcome(of: body)
      let elapsed = clock.now - start
      let milliseconds =
        elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000
      var records: [CollectionRecord] = []
      for table in tables {
        let record = CollectionRecord(
          tableName: table.name, source: source, status: outcome.status, reason: outcome.reason,
          detail: outcome.detail, rows: sink.rows[table.name] ?? 0, skipped: sink.skippedCount,
          duration: milliseconds)
        try FactRecord(fact: record).insert(database)
        records.append(record)
      }
      try database.commit()
      return records[0]
    }
  }
}

/// What a running collection reports to, and is stopped by.
public protocol CollectionMonitor: Sendable {
  var isCancelled: Bool { get }
  func progress(source: String, done: Int, total: Int?, unit: ProgressUnit)
}

/// A monitor that never cancels and shows nothing.
public struct SilentMonitor: CollectionMonitor {
  public init() {}
  public var isCancelled: Bool { false }
  public func progress(source: String, done: Int, total: Int?, unit: ProgressUnit) {}
}
