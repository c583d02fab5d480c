import Foundation
import GRDB
import Glibc
import LinuxHost

/// The daemon's append-only, hash-chained log of events; one process writes it.
///
/// What `append` has returned is on the disk.
public final class EventJournal: Sendable {
  public let path: String
  private let queue: DatabaseQueue

  /// Opens the journal, or begins one with mode 0600; throws where the file cannot be written or is none.
  public init(path: String) throws {
    self.path = path
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw FileError(path: path, code: errno) }
    close(file)
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { try $0.execute(sql: Self.schema) }
  }

  static let schema = """
    CREATE TABLE IF NOT EXISTS entry (
      sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, uptime INTEGER NOT NULL, boot TEXT NOT NULL,
      kind TEXT NOT NULL, detail TEXT NOT NULL, hash BLOB NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS pulse (
      id INTEGER PRIMARY KEY CHECK (id = 1), time INTEGER NOT NULL, uptime INTEGER NOT NULL,
      boot TEXT NOT NULL
    ) STRICT;
    """

  /// Writes events that happened by one moment, all or none, and returns them in their places.
  @discardableResult
  public func append(_ events: [JournalEvent], at moment: Moment) throws -> [EventEntry] {
    try queue.write { database in
      var head = try Self.head(database)
      let statement = try database.makeStatement(sql: "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)")
      var entries: [EventEntry] = []
      for event in events {
        var row = JournalRow(
          sequence: head.sequence + 1, time: moment.time, uptime: moment.uptime, boot: moment.boot,
          kind: event.kind.rawValue, detail: try event.text, hash: [])
        row.hash = JournalRow.hash(after: head.hash, row)
        try statement.execute(arguments: [
          row.sequence, row.time, row.uptime, row.boot, row.kind, row.detail, Data(row.hash),
        ])
        let entry = EventEntry(
          sequence: row.sequence, moment: moment, kind: event.kind, detail: event.detail, hash: row.hash)
        entries.append(entry)
        head = entry.head
      }
      return entries
    }
  }

  /// Notes that the watch still holds; the note replaces the one before and is no entry.
  public func pulse(at moment: Moment) throws {
    try queue.write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO pulse VALUES (1, ?, ?, ?)",
        arguments: [moment.time, moment.uptime, moment.boot])
    }
  }

  /// The end of the chain.
  public func head() throws -> JournalHead { try queue.read(Self.head) }

  private static func head(_ database: Database) throws -> JournalHead {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1")
    else { return .empty }
    let hash: Data = row[1]
    return JournalHead(sequence: row[0], hash: Array(hash))
  }
}
