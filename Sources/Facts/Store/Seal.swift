import Crypto
import Foundation
import GRDB

/// Freezing facts into a file, and the seal (SHA-256, in the form of sha256sum) beside it.
public enum Seal {
  /// Writes the store to `path` with mode 0600, fixes its digest in `path.sha256`, and reopens it read-only.
  public static func seal(_ store: FactsStore, to path: String) throws -> SealedFacts {
    let partial = path + ".partial"
    let manager = FileManager.default
    if manager.fileExists(atPath: partial) { try manager.removeItem(atPath: partial) }
    guard manager.createFile(atPath: partial, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw SealError.cannotWrite(path) }
    defer { unlink(partial) }
    do {
      let target = try DatabaseQueue(path: partial, configuration: draft)
      try store.queue.backup(to: target)
      try target.close()
      guard let file = FileHandle(forUpdatingAtPath: partial) else { throw SealError.cannotWrite(path) }
      defer { file.closeFile() }
      do { try file.synchronize() } catch { throw SealError.cannotWrite(path) }
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_FULL || error.resultCode == .SQLITE_IOERR
      || error.resultCode == .SQLITE_CANTOPEN
    {
      throw SealError.cannotWrite(path)
    }
    let digest = try digest(ofFile: partial)
    let name = (path as NSString).lastPathComponent
    guard
      manager.createFile(
        atPath: path + ".sha256", contents: Data("\(digest)  \(name)\n".utf8),
        attributes: [.posixPermissions: 0o600])
    else { throw SealError.cannotWrite(path) }
    if manager.fileExists(atPath: path) { try manager.removeItem(atPath: path) }
    try manager.moveItem(atPath: partial, toPath: path)
    return try SealedFacts(path: path, digest: digest)
  }

  /// For a file that is thrown away unless it is written whole, and that reaches the disk once.
  private static let draft: Configuration = {
    var configuration = Configuration()
    configuration.prepareDatabase {
      try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    }
    return configuration
  }()

  /// SHA-256 of a file, hex.
  public static func digest(ofFile path: String) throws -> String {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw SealError.missing(path) }
    defer { handle.closeFile() }
    var hash = SHA256()
    while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
      hash.update(data: chunk)
    }
    return hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  static func read(besideFile path: String) throws -> String? {
    guard let data = FileManager.default.contents(atPath: path + ".sha256") else { return nil }
    return String(decoding: data, as: UTF8.self).split(separator: " ").first.map(String.init)
  }
}
