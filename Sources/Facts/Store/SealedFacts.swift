import Crypto
import Foundation
import GRDB
import GRDBSQLite

/// Facts frozen in a file that nobody writes any more.
public struct SealedFacts: FactsSource, Sendable {
  public let path: String
  /// SHA-256 of the file, hex.
  public let digest: String

  /// Opens sealed facts and compares their digest with `expected`, or, if that is nil, with the seal beside the file.
  ///
  /// Throws `SealError`.
  public init(path: String, expected: String? = nil) throws {
    guard FileManager.default.fileExists(atPath: path) else { throw SealError.missing(path) }
    let digest = try Seal.digest(ofFile: path)
    guard let seal = try expected ?? Seal.read(besideFile: path) else {
      throw SealError.unsealed(path)
    }
    guard seal == digest else { throw SealError.altered(path) }
    try self.init(path: path, digest: digest)
  }

  /// Opens facts whose digest was taken just now.
  init(path: String, digest: String) throws {
    self.path = path
    self.digest = digest
    let version = try connection().read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    guard version == Schema.version else { throw SealError.schema(path, version ?? 0) }
  }

  public func connection(
    prepare: @escaping @Sendable (Database) throws -> Void = { _ in }
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { database in
      try prepare(database)
      sqlite3_limit(database.sqliteConnection, SQLITE_LIMIT_ATTACHED, 0)
      sqlite3_limit(database.sqliteConnection, SQLITE_LIMIT_LENGTH, 1_000_000)
    }
    let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
  }

  /// Every ledger row, in the order of collection.
  public func ledger() throws -> [CollectionRecord] { try fetch(CollectionRecord.self) }

  /// Every row of a table.
  public func fetch<F: Fact>(_ type: F.Type) throws -> [F] {
    try connection().read { try FactRows.all(type, $0) }
  }
}
