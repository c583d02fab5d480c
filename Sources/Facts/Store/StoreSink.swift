import GRDB

/// The sink of one collector over the open transaction of the store.
final class StoreSink: FactSink {
  private let database: Database
  private let source: String
  private let tables: Set<String>
  private let monitor: any CollectionMonitor
  private(set) var rows: [String: Int64] = [:]
  private(set) var skippedCount: Int64 = 0
  private var firstSkip: (reason: Reason, detail: String)?
  private var absence: (reason: Reason, detail: String)?

  init(
    database: Database, source: String, tables: [Table], monitor: any CollectionMonitor
  ) {
    self.database = database
    self.source = source
    self.tables = Set(tables.map(\.name))
    self.monitor = monitor
  }

  func add<F: Fact>(_ fact: F) throws {
    precondition(tables.contains(F.table.name), "\(source) did not declare \(F.table.name)")
    try stopIfCancelled()
    try FactRecord(fact: fact).insert(database)
    rows[F.table.name, default: 0] += 1
  }

  func skipped(_ path: String, _ reason: Reason, detail: String) throws {
    skippedCount += 1
    if firstSkip == nil { firstSkip = (reason, path) }
    let gap = CollectionGap(source: source, path: path, reason: reason, detail: detail)
    try FactRecord(fact: gap).insert(database)
    try stopIfCancelled()
  }

  func absent(_ reason: Reason, detail: String) { absence = (reason, detail) }

  func progress(done: Int, total: Int?, unit: ProgressUnit) throws {
    monitor.progress(source: source, done: done, total: total, unit: unit)
    try stopIfCancelled()
  }

  func outcome(
    of body: (any FactSink) throws -> Void
  ) -> (status: CollectionStatus, reason: Reason, detail: String) {
    do {
      try stopIfCancelled()
      try body(self)
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

  private func stopIfCancelled() throws {
    if monitor.isCancelled { throw CancellationError() }
  }
}
