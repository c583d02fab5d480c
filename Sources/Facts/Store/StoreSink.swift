import GRDB

/// The sink of one collector: keeps a few rows, and writes them when its turn has come.
final class StoreSink: FactSink {
  private static let mostKept = 512

  private let queue: DatabaseQueue
  private let source: String
  private let tables: [Table]
  private let names: Set<String>
  private let monitor: any CollectionMonitor
  private let turn: any Turn
  private let place: FactsPlace?
  private var kept: [(table: String?, insert: (Database) throws -> Void)] = []
  private var rows: [String: Int64] = [:]
  private var skippedCount: Int64 = 0
  private var firstSkip: (reason: Reason, detail: String)?
  private var absence: (reason: Reason, detail: String)?
  private var collected = Result<Void, any Error>.success(())
  private var duration = Duration.zero

  init(
    queue: DatabaseQueue, source: String, tables: [Table], monitor: any CollectionMonitor,
    turn: any Turn, place: FactsPlace?
  ) {
    self.place = place
    self.queue = queue
    self.source = source
    self.tables = tables
    names = Set(tables.map(\.name))
    self.monitor = monitor
    self.turn = turn
  }

  func add<F: Fact>(_ fact: F) throws {
    precondition(names.contains(F.table.name), "\(source) did not declare \(F.table.name)")
    try stopIfCancelled()
    try keep(F.table.name) { [place] in try FactRecord(fact: fact).insert(into: $0, at: place) }
  }

  func skipped(_ path: String, _ reason: Reason, detail: String) throws {
    if place?.isFurther == true, reason == .needsRunningKernel { return }
    skippedCount += 1
    if firstSkip == nil { firstSkip = (reason, path) }
    let gap = CollectionGap(source: source, path: path, reason: reason, detail: detail)
    try keep(nil) { [place] in try FactRecord(fact: gap).insert(into: $0, at: place) }
    try stopIfCancelled()
  }

  func absent(_ reason: Reason, detail: String) { absence = (reason, detail) }

  func progress(done: Int, total: Int?, unit: ProgressUnit) throws {
    monitor.progress(source: source, done: done, total: total, unit: unit)
    try stopIfCancelled()
  }

  /// Runs the collector.
  func run(_ body: (any FactSink) throws -> Void) {
    duration = ContinuousClock().measure {
      collected = Result {
        try stopIfCancelled()
        try body(self)
      }
    }
  }

  /// The ledger rows of what was run, one a table; all that it added is written then.
  func conclude() -> [CollectionRecord] {
    let outcome = outcome()
    return tables.map { table in
      CollectionRecord(
        tableName: table.name, source: source, status: outcome.status, reason: outcome.reason,
        detail: place.map { "\($0.root): \(outcome.detail)" } ?? outcome.detail,
        rows: rows[table.name] ?? 0, skipped: skippedCount, duration: Int64(duration / .milliseconds(1)))
    }
  }

  /// Whether a row of the ledger tells what only the first of several roots is asked for.
  func isAskedOfTheFirst(_ record: CollectionRecord) -> Bool {
    place?.isFurther == true && record.status == .notCollected && record.reason == .needsRunningKernel
  }

  private func outcome() -> (status: CollectionStatus, reason: Reason, detail: String) {
    do {
      try write()
      try collected.get()
    } catch  where monitor.isCancelled {
      return (rows.isEmpty ? .notCollected : .incomplete, .cancelled, "")
    } catch let failure as CollectionFailure {
      return (failure.status, failure.reason, failure.detail)
    } catch is CancellationError {
      return (rows.isEmpty ? .notCollected : .incomplete, .cancelled, "")
    } catch let error as any ReasonedError {
      return (.error, error.reason, error.detail)
    } catch {
      return (.error, .internalError, "\(error)")
    }
    if let firstSkip { return (.incomplete, firstSkip.reason, firstSkip.detail) }
    if let absence, rows.isEmpty { return (.doesNotExist, absence.reason, absence.detail) }
    return (.complete, .none, "")
  }

  private func keep(_ table: String?, _ insert: @escaping (Database) throws -> Void) throws {
    kept.append((table, insert))
    if kept.count >= Self.mostKept { try write() }
  }

  /// Throws at the first row that the store does not take; those before it stay.
  private func write() throws {
    guard !kept.isEmpty else { return }
    turn.wait()
    let rows = kept
    kept = []
    let written = try queue.write { database in
      Result { for row in rows { try insert(row, into: database) } }
    }
    try written.get()
  }

  private func insert(
    _ row: (table: String?, insert: (Database) throws -> Void), into database: Database
  ) throws {
    try row.insert(database)
    if let table = row.table { rows[table, default: 0] += 1 }
  }

  private func stopIfCancelled() throws {
    if monitor.isCancelled { throw CancellationError() }
  }
}
