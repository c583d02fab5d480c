import Foundation

/// The time zone that a tree's /etc/localtime sets (localtime(5)).
struct SystemTimeZone: Sendable {
  private let zone: TimeZone

  /// The zone that the link names, else the one of /etc/timezone or of the file's own data; UTC where there is none.
  init(_ files: FileTree) throws {
    zone = try Self.linked(files) ?? Self.named(files) ?? Self.compiled(files) ?? .gmt
  }

  func offset(at time: Int64) -> Int64 {
    Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(time))))
  }

  private static func linked(_ files: FileTree) throws(FileError) -> TimeZone? {
    do {
      let target = try files.linkTarget("/etc/localtime")
      guard let range = target.range(of: "/zoneinfo/") else { return nil }
      return TimeZone(identifier: String(target[range.upperBound...]))
    } catch {
      if error.isAbsent || error.code == EINVAL { return nil }
      throw error
    }
  }

  private static func named(_ files: FileTree) throws(FileError) -> TimeZone? {
    do {
      return TimeZone(identifier: try files.text("/etc/timezone", limit: 4096).trimmed)
    } catch {
      if error.isAbsent { return nil }
      throw error
    }
  }

  private static func compiled(_ files: FileTree) throws(FileError) -> TimeZone? {
    do {
      return TimeZoneFile(try files.read("/etc/localtime", limit: 1 << 20)).flatMap {
        TimeZone(secondsFromGMT: $0.standardOffset)
      }
    } catch {
      if error.isAbsent { return nil }
      throw error
    }
  }
}
