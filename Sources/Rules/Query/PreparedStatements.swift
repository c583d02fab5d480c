import GRDBSQLite

/// Statements that are prepared once and run for every edition of the law; finalised with their owner.
final class PreparedStatements {
  private var statements: [String: OpaquePointer] = [:]

  deinit { for statement in statements.values { sqlite3_finalize(statement) } }

  subscript(sql: String) -> OpaquePointer? {
    get { statements[sql] }
    set { statements[sql] = newValue }
  }
}
