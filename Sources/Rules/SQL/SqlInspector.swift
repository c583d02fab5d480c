import Facts
import GRDB
import GRDBSQLite

/// Prepares statements against empty fact tables, and notes what SQLite's authorizer says they read.
///
/// The corresponding C functions are `sqlite3_set_authorizer`, `sqlite3_prepare_v2` and
/// `sqlite3_error_offset`.
final class SqlInspector {
  /// Functions that rules may call: pure, and the same for Vietnamese text as for any other.
  static let functions: Set<String> = [
    "coalesce", "ifnull", "nullif", "iif", "max", "min", "abs", "length", "substr", "instr",
    "count", "sum", "total", "group_concat",
  ]
  /// Parameters that the judge binds.
  static let parameters: Set<String> = [
    ":collected_at", ":connected_since", ":acts_until", ":signature_age",
  ]

  private let queue: DatabaseQueue
  private let views: Set<String>
  private let log = ReadLog()

  /// Opens an empty store of facts with the given views.
  init(views: [(name: String, sql: String)]) throws {
    self.views = Set(views.map(\.name))
    do {
      queue = try FactsStore().connection { database in
        for view in views {
          try database.execute(sql: "CREATE TEMP VIEW \(view.name) AS \(view.sql)")
        }
      }
    } catch let error as DatabaseError {
      let message = error.message ?? error.description
      throw SqlFault("SQLite từ chối: \(message)", "SQLite refuses: \(message)")
    }
    queue.inDatabase {
      _ = sqlite3_set_authorizer($0.sqliteConnection, authorize, Unmanaged.passUnretained(log).toOpaque())
    }
  }

  /// Prepares one SELECT; throws `SqlFault` on anything else.
  func inspect(_ sql: SqlStatement) throws -> SqlShape {
    try queue.inDatabase { try inspect(sql, $0.sqliteConnection) }
  }

  private func inspect(_ sql: SqlStatement, _ connection: OpaquePointer?) throws -> SqlShape {
    log.reads = []
    var statement: OpaquePointer?
    var rest = 0
    let code = sql.text.withCString { text in
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(connection, text, -1, &statement, &tail)
      rest = tail.map { $0 - text } ?? 0
      return code
    }
    defer { sqlite3_finalize(statement) }
    guard code == SQLITE_OK, let statement else {
      let message = String(cString: sqlite3_errmsg(connection))
      let offset = Int(sqlite3_error_offset(connection))
      throw SqlFault(
        "câu lệnh SQL không hợp lệ: \(message)", "bad SQL: \(message)", at: offset < 0 ? nil : offset)
    }
    if let extra = sql.tokens.first(where: { $0.offset >= rest }) {
      throw SqlStatement.several(at: extra.offset)
    }
    guard sqlite3_stmt_readonly(statement) != 0 else { throw SqlStatement.notSelect(at: 0) }
    return SqlShape(
      columns: try columns(of: statement), reads: try declaredReads(in: sql.tokens),
      parameters: try parameters(of: statement))
  }

  private func columns(of statement: OpaquePointer) throws -> [String] {
    let names = (0..<sqlite3_column_count(statement)).map {
      String(cString: sqlite3_column_name(statement, $0))
    }
    guard Set(names).count == names.count else {
      throw SqlFault("hai cột cùng tên", "two columns of the same name")
    }
    return names
  }

  private func parameters(of statement: OpaquePointer) throws -> Set<String> {
    var names: Set<String> = []
    for index in 0..<sqlite3_bind_parameter_count(statement) {
      let name = sqlite3_bind_parameter_name(statement, index + 1).map { String(cString: $0) } ?? "?"
      guard Self.parameters.contains(name) else {
        throw SqlFault("tham số lạ “\(name)”", "unknown parameter “\(name)”")
      }
      names.insert(name)
    }
    return names
  }

  private func declaredReads(in tokens: [SqlToken]) throws -> [String: Set<String>] {
    var reads: [String: Set<String>] = [:]
    for (table, column) in log.reads where !views.contains(table) {
      guard Schema.table(table) != nil else {
        throw SqlFault(
          "“\(table)” không phải bảng đã khai báo", "“\(table)” is not a declared table")
      }
      reads[table, default: []].formUnion(column.isEmpty ? [] : [column])
    }
    // SQLite drops branches that are constant, and with them the tables that they name.
    let columns = reads.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    for (index, token) in tokens.enumerated() where token.kind == .word {
      guard Schema.table(token.text) != nil, reads[token.text] == nil else { continue }
      let isSource = index > 0 && (tokens[index - 1].isWord("FROM") || tokens[index - 1].isWord("JOIN"))
      guard isSource || !columns.contains(token.text) else { continue }
      throw SqlFault(
        "bảng “\(token.text)” có tên trong câu lệnh nhưng SQLite không đọc",
        "table “\(token.text)” is named, but SQLite does not read it", at: token.offset)
    }
    return reads
  }
}

/// What the authorizer saw.
private final class ReadLog {
  var reads: [(table: String, column: String)] = []
}

private func authorize(
  _ context: UnsafeMutableRawPointer?, _ action: Int32, _ first: UnsafePointer<CChar>?,
  _ second: UnsafePointer<CChar>?, _ database: UnsafePointer<CChar>?,
  _ trigger: UnsafePointer<CChar>?
) -> Int32 {
  guard let context else { return SQLITE_DENY }
  switch action {
  case SQLITE_SELECT, SQLITE_RECURSIVE:
    return SQLITE_OK
  case SQLITE_READ:
    guard let first, let second else { return SQLITE_DENY }
    let log = Unmanaged<ReadLog>.fromOpaque(context).takeUnretainedValue()
    log.reads.append((String(cString: first), String(cString: second)))
    return SQLITE_OK
  case SQLITE_FUNCTION:
    guard let second else { return SQLITE_DENY }
    return SqlInspector.functions.contains(String(cString: second).lowercased())
      ? SQLITE_OK : SQLITE_DENY
  default:
    return SQLITE_DENY
  }
}
