import Facts
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

  private let connection: OpaquePointer
  private let views: Set<String>
  private let log = ReadLog()

  /// Opens an empty database with every declared table and the given views.
  init(views: [(name: String, sql: String)]) throws {
    var handle: OpaquePointer?
    guard sqlite3_open(":memory:", &handle) == SQLITE_OK, let handle else {
      throw SqlFault("không mở được SQLite", "SQLite cannot be opened")
    }
    connection = handle
    self.views = Set(views.map(\.name))
    _disableDoubleQuotedStringLiterals(handle)
    for statement in Schema.tables.map(\.sql) + views.map({ "CREATE TEMP VIEW \($0.name) AS \($0.sql)" }) {
      guard sqlite3_exec(handle, statement, nil, nil, nil) == SQLITE_OK else {
        let message = String(cString: sqlite3_errmsg(handle))
        sqlite3_close_v2(handle)
        throw SqlFault("SQLite từ chối: \(message)", "SQLite refuses: \(message)")
      }
    }
    sqlite3_set_authorizer(handle, authorize, Unmanaged.passUnretained(log).toOpaque())
  }

  deinit { sqlite3_close_v2(connection) }

  /// Prepares one SELECT; throws `SqlFault` on anything else.
  func inspect(_ sql: String) throws -> SqlShape {
    try SqlText.requireSelect(sql)
    log.reads = []
    var statement: OpaquePointer?
    var rest = 0
    let code = sql.withCString { text in
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
    if let extra = SqlScanner.tokens(sql).first(where: { $0.offset >= rest }) {
      throw SqlText.several(at: extra.offset)
    }
    guard sqlite3_stmt_readonly(statement) != 0 else { throw SqlText.notSelect(at: 0) }
    return SqlShape(
      columns: try columns(of: statement), reads: try declaredReads(in: sql),
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

  private func declaredReads(in sql: String) throws -> [String: Set<String>] {
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
    let tokens = SqlScanner.tokens(sql)
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
