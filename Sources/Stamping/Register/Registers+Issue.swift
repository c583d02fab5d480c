import Attestation
import Crypto
import Foundation
import GRDB

/// What is issued at once: an inspection record, and a stamp where the machine passed.
public struct Issue: Sendable {
  /// The text of a stamp for its number, signed; it runs inside the transaction that reserves the number.
  public var stamp: (@Sendable (_ serial: String, _ record: String?) throws -> SignedStamp)?
  /// The record with its files for its number; names are those below the folder of records.
  public var record: (@Sendable (_ record: String, _ stamp: SignedStamp?) throws -> MadeRecord)?

  public struct MadeRecord: Sendable {
    public var entry: RecordEntry
    public var files: [String: Data]

    public init(entry: RecordEntry, files: [String: Data]) {
      self.entry = entry
      self.files = files
    }
  }

  public init(
    stamp: (@Sendable (_ serial: String, _ record: String?) throws -> SignedStamp)? = nil,
    record: (@Sendable (_ record: String, _ stamp: SignedStamp?) throws -> MadeRecord)? = nil
  ) {
    self.stamp = stamp
    self.record = record
  }
}

extension Registers {
  /// What an issue came to.
  public struct Issued: Sendable {
    public let stamp: SignedStamp?
    public let record: String?
  }

  /// The usual series of numbers that records have.
  public static let recordSeries = "BB"

  /// Reserves numbers, writes and syncs the files, then commits.
  ///
  /// Numbers are used up only by what was wholly written: whenever the process dies, the next opening finishes the
  /// issue or takes it back. Throws `RegisterError`, what SQLite says, and what signing threw.
  public func issue(
    _ issue: Issue, series: String, recordSeries: String = recordSeries, at time: Int64, utcOffset: Int64
  ) throws -> Issued {
    for name in [series, recordSeries] where !RegisterNumber.isSeries(name) {
      throw RegisterError.badSeries(name)
    }
    let year = Self.year(time + utcOffset)
    let (stamp, record, files) = try write { database in
      try Self.requireClock(database, series, time)
      let recordNumber = try issue.record.map { _ in
        try Self.next("record", recordSeries, year, database)
      }
      var stamp: SignedStamp?
      var files: [String: Data] = [:]
      if let make = issue.stamp {
        let number = try Self.next("stamp", series, year, database)
        let signed = try make(number.text, recordNumber?.text)
        try EntryRow(StampEntry(signed, number, .reserved)).insert(database)
        files["stamps/\(number.text).jws"] = Data((signed.jws + "\n").utf8)
        stamp = signed
      }
      if let make = issue.record, let number = recordNumber {
        let made = try make(number.text, stamp)
        var entry = made.entry
        (entry.record, entry.series, entry.year) = (number.text, number.series, number.year)
        (entry.number, entry.state, entry.stamp) = (number.number, .reserved, stamp?.stamp.serial)
        try EntryRow(entry).insert(database)
        for (name, data) in made.files { files["records/\(name)"] = data }
      }
      for path in files.keys where FileManager.default.fileExists(atPath: folder.path + "/" + path) {
        throw RegisterError.numberTaken(folder.path + "/" + path)
      }
      for (path, data) in files {
        let digest = SHA256.hash(data: data).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        try database.execute(
          sql: "INSERT INTO pending_file VALUES (?, ?)", arguments: [path, digest])
      }
      return (stamp, recordNumber?.text, files)
    }
    do {
      for (path, data) in files.sorted(by: { $0.key < $1.key }) {
        try DurableFile.write(data, to: folder.path + "/" + path)
      }
    } catch {
      for path in files.keys { try DurableFile.remove(folder.path + "/" + path) }
      try write { try Self.settle($0, false) }
      throw error
    }
    try write { try Self.settle($0, true) }
    return Issued(stamp: stamp, record: record)
  }

  private static func requireClock(_ database: Database, _ series: String, _ time: Int64) throws {
    let last = try Int64.fetchOne(
      database, sql: "SELECT MAX(issued) FROM stamp WHERE series = ?", arguments: [series])
    if let last, time < last { throw RegisterError.clockSetBack(last: last) }
  }

  private static func next(
    _ table: String, _ series: String, _ year: Int, _ database: Database
  ) throws -> RegisterNumber {
    let last = try Int.fetchOne(
      database, sql: "SELECT MAX(number) FROM \(table) WHERE series = ? AND year = ?",
      arguments: [series, year])
    return RegisterNumber(series: series, year: year, number: (last ?? 0) + 1)
  }

  private static func year(_ time: Int64) -> Int {
    var seconds = time_t(time)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return Int(parts.tm_year) + 1900
  }
}
