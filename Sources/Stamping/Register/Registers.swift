import Attestation
import Foundation
import GRDB
import Glibc

/// The registers of an issuer: stamps, inspection records, waivers, in one SQLite file.
///
/// Opening them for writing finishes or takes back what an earlier run left half done.
public final class Registers: Sendable {
  public let folder: RegisterFolder
  let queue: DatabaseQueue
  private let lock: RegisterLock?

  /// Opens for writing and makes what is missing; throws `RegisterError` and what SQLite says.
  public init(writing folder: RegisterFolder) throws {
    self.folder = folder
    for path in [folder.path, folder.stamps, folder.records] { try DurableFile.makeFolder(path) }
    lock = try RegisterLock(folder.lock)
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = EXTRA") }
    let descriptor = open(folder.database, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw RegisterError.system(folder.database, errno) }
    close(descriptor)
    let database = folder.database
    queue = try RegisterError.naming(database) {
      try DatabaseQueue(path: database, configuration: configuration)
    }
    try write { try $0.execute(sql: RegisterSchema.sql) }
    try recover()
  }

  /// A transaction; throws `RegisterError` and what `body` throws.
  func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try RegisterError.naming(folder.database) { try queue.write(body) }
  }

  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try RegisterError.naming(folder.database) { try queue.read(body) }
  }

  /// Opens for reading; nil where there are no registers yet.
  public init?(reading folder: RegisterFolder) throws {
    guard FileManager.default.fileExists(atPath: folder.database) else { return nil }
    self.folder = folder
    lock = nil
    var configuration = Configuration()
    configuration.readonly = access(folder.path, W_OK) != 0 || access(folder.database, W_OK) != 0
    let database = folder.database
    queue = try RegisterError.naming(database) {
      try DatabaseQueue(path: database, configuration: configuration)
    }
    guard try read({ try $0.tableExists("waiver") }) else { return nil }
  }

  /// Stamps that were issued or made void, by series, year and number.
  public func stamps() throws -> [StampEntry] {
    try read { database in
      try EntryRow<StampEntry>.fetchAll(
        database, sql: "SELECT * FROM stamp WHERE state <> 'reserved' ORDER BY series, year, number"
      ).map(\.entry)
    }
  }

  public func stamp(_ serial: String) throws -> StampEntry? {
    try stamps().first { $0.serial == serial }
  }

  /// Inspection records by series, year and number.
  public func records() throws -> [RecordEntry] {
    try read { database in
      try EntryRow<RecordEntry>.fetchAll(
        database, sql: "SELECT * FROM record WHERE state <> 'reserved' ORDER BY series, year, number"
      ).map(\.entry)
    }
  }

  public func waivers() throws -> [WaiverEntry] {
    try read { database in
      try EntryRow<WaiverEntry>.fetchAll(database, sql: "SELECT * FROM waiver ORDER BY issued, digest")
        .map(\.entry)
    }
  }

  /// Notes a waiver; one that is there already changes nothing.
  public func add(_ waiver: WaiverEntry) throws {
    try write { try EntryRow(waiver).insert($0, onConflict: .ignore) }
  }

  /// Numbers of stamps that are missing between the first and the last of a series and year.
  public func gaps() throws -> [String] {
    let groups = Dictionary(grouping: try stamps()) { "\($0.series)-\($0.year)" }
    return groups.values.flatMap { entries in
      let known = Set(entries.map(\.number))
      return (1...(known.max() ?? 1)).filter { !known.contains($0) }.map {
        RegisterNumber(series: entries[0].series, year: entries[0].year, number: $0).text
      }
    }.sorted()
  }

  /// Finishes what was wholly written, and takes back numbers of what was not.
  private func recover() throws {
    let pending = try read { try Row.fetchAll($0, sql: "SELECT path, digest FROM pending_file") }
      .map { (path: $0[0] as String, digest: $0[1] as String) }
    let isWhole = pending.allSatisfy { DurableFile.digest(folder.path + "/" + $0.path) == $0.digest }
    if !isWhole { for file in pending { try DurableFile.remove(folder.path + "/" + file.path) } }
    try write { try Self.settle($0, isWhole && !pending.isEmpty) }
    try writeRevocations()
  }

  /// Turns what is reserved into what is issued, or takes it back.
  static func settle(_ database: Database, _ isWhole: Bool) throws {
    for table in ["stamp", "record"] {
      try database.execute(
        sql: isWhole
          ? "UPDATE \(table) SET state = 'issued' WHERE state = 'reserved'"
          : "DELETE FROM \(table) WHERE state = 'reserved'")
    }
    try database.execute(sql: "DELETE FROM pending_file")
  }

  /// Puts the revocations that the database holds into their file.
  ///
  /// Lines that only the file holds stay: an older database must not give a void stamp its force back.
  func writeRevocations() throws {
    var lines = try read {
      try String.fetchAll($0, sql: "SELECT jws FROM revocation ORDER BY serial")
    }
    let old = FileManager.default.contents(atPath: folder.revocations) ?? Data()
    let known = String(decoding: old, as: UTF8.self).split(separator: "\n").map(String.init)
    lines += known.filter { !lines.contains($0) }
    let data = Data(lines.map { $0 + "\n" }.joined().utf8)
    guard old != data else { return }
    try DurableFile.write(data, to: folder.revocations)
  }
}
