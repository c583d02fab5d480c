import Facts
import GRDB
import GRDBSQLite

/// Runs one SELECT on an open connection, within a limit of time, rows and cell size.
///
/// The time limit is SQLite's progress handler: unlike an interrupt from another thread it cannot be lost
/// between two steps. GRDB's authorizer, which notes for observers what a statement reads, is taken off the connection:
/// nobody observes it, and the notes cost more than the statements. The corresponding C functions are
/// `sqlite3_progress_handler`, `sqlite3_limit` and `sqlite3_set_authorizer`.
struct SqlRunner {
  static let maximumRows = 100_000
  private static let maximumBytes: Int32 = 1_000_000

  private let connection: OpaquePointer
  private let statements = PreparedStatements()

  init(_ database: Database) throws {
    guard let connection = database.sqliteConnection else {
      throw QueryError.invalid("the connection is closed")
    }
    self.connection = connection
    sqlite3_set_authorizer(connection, nil, nil)
  }

  /// Throws `QueryError`.
  func run(
    _ sql: String, parameters: [String: Int64] = [:], seconds: Double
  ) throws -> QueryResult {
    let limits: [(kind: Int32, value: Int32)] = [
      (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_LENGTH, Self.maximumBytes),
      (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100), (SQLITE_LIMIT_EXPR_DEPTH, 200),
      (SQLITE_LIMIT_SQL_LENGTH, 100_000),
    ]
    let before = limits.map { ($0.kind, sqlite3_limit(connection, $0.kind, $0.value)) }
    defer { for (kind, value) in before { sqlite3_limit(connection, kind, value) } }
    let deadline = Deadline(seconds: seconds)
    sqlite3_progress_handler(
      connection, 10_000,
      { context in
        guard let context else { return 1 }
        return Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue().isOver ? 1 : 0
      }, Unmanaged.passUnretained(deadline).toOpaque())
    defer { sqlite3_progress_handler(connection, 0, nil, nil) }
    return try withExtendedLifetime(deadline) {
      let statement = try statements[sql] ?? prepare(sql)
      defer { sqlite3_reset(statement) }
      for (name, value) in parameters {
        let index = sqlite3_bind_parameter_index(statement, name)
        if index > 0 { sqlite3_bind_int64(statement, index, value) }
      }
      return try fetch(statement)
    }
  }

  private func prepare(_ sql: String) throws -> OpaquePointer {
    do { _ = try SqlStatement(sql) } catch is SqlFault { throw QueryError.notASelect }
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
      throw failure()
    }
    guard sqlite3_stmt_readonly(statement) != 0 else {
      sqlite3_finalize(statement)
      throw QueryError.notASelect
    }
    statements[sql] = statement
    return statement
  }

  private func fetch(_ statement: OpaquePointer) throws -> QueryResult {
    let count = sqlite3_column_count(statement)
    let columns = (0..<count).map { String(cString: sqlite3_column_name(statement, $0)) }
    var rows: [[FactValue]] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        guard rows.count < Self.maximumRows else {
          throw QueryError.invalid("more than \(Self.maximumRows) rows")
        }
        rows.append((0..<count).map { value(statement, $0) })
      case SQLITE_DONE: return QueryResult(columns: columns, rows: rows)
      case SQLITE_INTERRUPT: throw QueryError.timedOut
      default: throw failure()
      }
    }
  }

  private func value(_ statement: OpaquePointer, _ column: Int32) -> FactValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_BLOB: return .text("\(sqlite3_column_bytes(statement, column)) bytes")
    default:
      guard let text = sqlite3_column_text(statement, column) else { return .text("") }
      let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, column)))
      return .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  private func failure() -> QueryError {
    sqlite3_errcode(connection) == SQLITE_INTERRUPT
      ? .timedOut : .invalid(String(cString: sqlite3_errmsg(connection)))
  }
}

private final class Deadline {
  private let end: ContinuousClock.Instant

  init(seconds: Double) { end = ContinuousClock.now + .seconds(seconds) }

  var isOver: Bool { ContinuousClock.now >= end }
}
