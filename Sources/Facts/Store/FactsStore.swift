import GRDB

/// Facts while they are being collected, in memory.
public final class FactsStore: FactsSource, Sendable {
  /// Every declared table, without rows; to copy it costs a fifth of making it.
  private static let empty = Result {
    let queue = try DatabaseQueue()
    try queue.write { database in
      for table in Schema.tables { try database.execute(sql: table.sql) }
      try database.execute(sql: "PRAGMA user_version = \(Schema.version)")
    }
    return queue
  }

  let queue: DatabaseQueue

  /// An empty store with every declared table.
  public init() throws {
    queue = try DatabaseQueue()
    try Self.empty.get().backup(to: queue)
  }

  public func connection(
    prepare: @escaping @Sendable (Database) throws -> Void
  ) throws -> DatabaseQueue {
    try queue.write(prepare)
    return queue
  }

  public func insert(_ fact: some Fact) throws {
    try queue.write { try FactRecord(fact: fact).insert(into: $0) }
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

  /// Runs one collector and writes its ledger rows, one a table: the status follows from what the collector added, skipped
  /// and threw. Gives the first of them.
  ///
  /// `place` says which of several roots is read; what only a running kernel can tell is not asked of a further one.
  @discardableResult
  public func collect(
    source: String, tables: [Table], monitor: any CollectionMonitor, place: FactsPlace? = nil,
    _ body: (any FactSink) throws -> Void
  ) throws -> CollectionRecord {
    let sink = StoreSink(
      queue: queue, source: source, tables: tables, monitor: monitor, turn: NoQueue(), place: place)
    sink.run(body)
    return try conclude(sink)
  }

  /// Runs one of several collectors side by side; each writes when its turn has come, so that facts keep their order.
  public func collect(
    source: String, tables: [Table], monitor: any CollectionMonitor, turn: some Turn,
    place: FactsPlace? = nil,
    _ body: (any FactSink) throws -> Void
  ) throws {
    let sink = StoreSink(
      queue: queue, source: source, tables: tables, monitor: monitor, turn: turn, place: place)
    sink.run(body)
    try turn.pass { try self.conclude(sink) }
  }

  @discardableResult
  private func conclude(_ sink: StoreSink) throws -> CollectionRecord {
    let records = sink.conclude()
    if !sink.isAskedOfTheFirst(records[0]) {
      try queue.write { database in
        for record in records { try FactRecord(fact: record).insert(into: database) }
      }
    }
    return records[0]
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
