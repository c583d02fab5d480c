import GRDB
import Foundation

extension Registers {
  /// Stamps, records and revocations whose files lie in the folder without an entry: the register is older than its files.
  public func strays() throws -> [String] {
    let stamps = Set(try stamps().map { $0.serial + ".jws" })
    let records = Set(try records().map(\.record))
    let lines = Set(try read { try String.fetchAll($0, sql: "SELECT jws FROM revocation") })
    let kept = FileManager.default.contents(atPath: folder.revocations) ?? Data()
    let unknown = String(decoding: kept, as: UTF8.self).split(separator: "\n").filter {
      !lines.contains(String($0))
    }
    return try Self.names(folder.stamps).filter { !stamps.contains($0) }.map { "stamps/\($0)" }
      + Self.names(folder.records).filter { name in !records.contains { name.hasPrefix($0 + ".") } }
      .map { "records/\($0)" }
      + (unknown.isEmpty ? [] : ["revocations.jws (\(unknown.count))"])
  }

  private static func names(_ folder: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasSuffix(".partial") }
      .sorted()
  }
}
