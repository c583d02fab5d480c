import Facts
import GRDBSQLite

/// An SQLite database of the machine, read from a copy in memory together with its write-ahead log.
///
/// The original is never opened by SQLite, and no file is made.
public final class SQLiteCopy {
  /// Largest database that is read.
  public static let sizeLimit = 256 << 20

  private let path: String
  private let connection: OpaquePointer
  private let image: UnsafeMutableRawBufferPointer

  /// Copies a database; throws `FileError`, `damaged` for what is none.
  public init(_ files: FileTree, _ path: String) throws(FileError) {
    var bytes = try files.read(path, limit: Self.sizeLimit)
    do {
      WriteAheadLog(bytes: try files.read(path + "-wal", limit: Self.sizeLimit)).apply(to: &bytes)
    } catch {
      if !error.isAbsent { throw error }
    }
    guard bytes.count >= 512, bytes.starts(with: "SQLite format 3\0".utf8) else {
      throw FileError(path: path, reason: .damaged)
    }
    let rollbackJournal: UInt8 = 1
    bytes[18] = rollbackJournal
    bytes[19] = rollbackJournal
    self.path = path
    image = .allocate(byteCount: bytes.count, alignment: 16)
    image.copyBytes(from: bytes)
    var handle: OpaquePointer?
    guard sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK, let handle else {
      image.deallocate()
      throw FileError(path: path, reason: .internalError)
    }
    connection = handle
    let start = image.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let size = Int64(image.count)
    let code = sqlite3_deserialize(
      handle, "main", start, size, size, UInt32(SQLITE_DESERIALIZE_READONLY))
    guard code == SQLITE_OK,
      sqlite3_exec(handle, "PRAGMA trusted_schema = 0; PRAGMA cell_size_check = 1", nil, nil, nil)
        == SQLITE_OK
    else { throw FileError(path: path, reason: .damaged) }
  }

  deinit {
    sqlite3_close_v2(connection)
    image.deallocate()
  }

  /// Whether it has a table of that name.
  public func hasTable(_ name: String) throws(FileError) -> Bool {
    var isThere = false
    try each("SELECT name FROM sqlite_master WHERE type = 'table'") { isThere = isThere || $0[0] == name }
    return isThere
  }

  /// Runs a SELECT of airseal's own and hands over each row as texts, empty for null; throws `damaged` where a page is broken.
  public func each(_ sql: String, _ body: ([String]) throws -> Void) throws(FileError) {
    try run(sql) { statement in
      try body(
        (0..<sqlite3_column_count(statement)).map { column in
          sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
        })
    }
  }

  /// Hands over the first column of each row as bytes.
  public func eachBlob(_ sql: String, _ body: (UnsafeRawBufferPointer) throws -> Void) throws(FileError) {
    try run(sql) { statement in
      let count = Int(sqlite3_column_bytes(statement, 0))
      try body(UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, 0), count: count))
    }
  }

  private func run(_ sql: String, _ body: (OpaquePointer?) throws -> Void) throws(FileError) {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
      throw FileError(path: path, reason: .unsupported)
    }
    defer { sqlite3_finalize(statement) }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        do { try body(statement) } catch let error as FileError { throw error } catch {
          throw FileError(path: path, reason: .internalError)
        }
      case SQLITE_DONE: return
      default: throw FileError(path: path, reason: .damaged)
      }
    }
  }
}
