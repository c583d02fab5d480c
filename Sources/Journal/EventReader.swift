import Foundation
import GRDB
import LinuxHost

/// Reads a journal without changing it.
public struct EventReader {
  private let rows: (String, ([String]) throws -> Void) throws -> Void

  /// Reads the journal of the running machine, also while the daemon writes it; throws where it cannot be opened.
  public init(live path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    rows = { sql, body in
      try queue.read { database in
        let cursor = try Row.fetchCursor(database, sql: sql)
        while let row = try cursor.next() {
          try body((0..<row.count).map { String.fromDatabaseValue(row[$0]) ?? Self.number(row[$0]) })
        }
      }
    }
  }

  /// Reads the journal on a disk that is at rest; throws `FileError`.
  public init(_ files: FileTree, _ path: String) throws {
    let copy = try SQLiteCopy(files, path)
    rows = { sql, body in
      var failure: (any Error)?
      do {
        try copy.each(sql) { cells in
          do { try body(cells) } catch {
            failure = error
            throw error
          }
        }
      } catch {
        throw failure ?? error
      }
    }
  }

  /// Hands over every row in its order; a number that is none reads as -1.
  func eachRow(_ body: (JournalRow) throws -> Void) throws {
    try rows(
      "SELECT sequence, time, uptime, boot, kind, detail, hex(hash) FROM entry ORDER BY sequence"
    ) { cells in
      try body(
        JournalRow(
          sequence: Int64(cells[0]) ?? -1, time: Int64(cells[1]) ?? -1, uptime: Int64(cells[2]) ?? -1,
          boot: cells[3], kind: cells[4], detail: cells[5], hash: Hex.bytes(cells[6])))
    }
  }

  /// Hands over every entry in its order; throws `JournalFault.malformed` for a row that is none.
  public func eachEntry(_ body: (EventEntry) throws -> Void) throws {
    try eachRow { row in
      guard let entry = row.entry else { throw JournalFault.malformed(row.sequence) }
      try body(entry)
    }
  }

  /// When the daemon last noted that it watches; nil before the first time.
  public func pulse() throws -> Moment? {
    var found: Moment?
    try rows("SELECT time, uptime, boot FROM pulse") { cells in
      found = Moment(time: Int64(cells[0]) ?? 0, uptime: Int64(cells[1]) ?? 0, boot: cells[2])
    }
    return found
  }

  private static func number(_ value: DatabaseValue) -> String {
    Int64.fromDatabaseValue(value).map(String.init) ?? ""
  }
}
