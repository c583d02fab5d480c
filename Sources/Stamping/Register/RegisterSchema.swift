import Foundation
import GRDB

/// The tables of the registers.
enum RegisterSchema {
  static let sql = """
    CREATE TABLE IF NOT EXISTS stamp (
      serial TEXT PRIMARY KEY, series TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('reserved', 'issued', 'void')), digest TEXT NOT NULL,
      key TEXT NOT NULL, is_test INTEGER NOT NULL, issuer TEXT NOT NULL, inspector TEXT NOT NULL,
      unit TEXT NOT NULL, machine TEXT NOT NULL, machine_name TEXT NOT NULL, profile TEXT NOT NULL,
      facts TEXT NOT NULL, record TEXT, issued INTEGER NOT NULL, valid_until INTEGER NOT NULL,
      voided_at INTEGER, void_reason TEXT, void_note TEXT,
      voided_by TEXT, UNIQUE (series, year, number)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS record (
      record TEXT PRIMARY KEY, series TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('reserved', 'issued')), machine TEXT NOT NULL,
      machine_name TEXT NOT NULL, unit TEXT NOT NULL, inspector TEXT NOT NULL, made INTEGER NOT NULL,
      conclusion TEXT NOT NULL, stamp TEXT, UNIQUE (series, year, number)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS pending_file (path TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS revocation (serial TEXT PRIMARY KEY, jws TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS waiver (
      digest TEXT PRIMARY KEY, "check" TEXT NOT NULL, scope TEXT NOT NULL, basis TEXT NOT NULL,
      approver TEXT NOT NULL, unit TEXT NOT NULL, machine TEXT NOT NULL, issued INTEGER NOT NULL,
      expires INTEGER NOT NULL, key TEXT NOT NULL
    ) STRICT;
    """
}

/// Writes and reads an entry with snake-case columns.
struct EntryRow<Entry: Codable>: Codable, PersistableRecord, FetchableRecord {
  let entry: Entry

  init(_ entry: Entry) { self.entry = entry }
  init(from decoder: any Decoder) throws { entry = try Entry(from: decoder) }
  func encode(to encoder: any Encoder) throws { try entry.encode(to: encoder) }

  static var databaseTableName: String {
    switch Entry.self {
    case is StampEntry.Type: "stamp"
    case is RecordEntry.Type: "record"
    default: "waiver"
    }
  }
  static var databaseColumnEncodingStrategy: DatabaseColumnEncodingStrategy { .convertToSnakeCase }
  static var databaseColumnDecodingStrategy: DatabaseColumnDecodingStrategy { .convertFromSnakeCase }
}
