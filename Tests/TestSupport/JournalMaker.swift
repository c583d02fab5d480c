import Foundation

/// Makes systemd journal files with chosen times, by way of systemd-journal-remote.
public struct JournalMaker {
  /// One entry; the program "kernel" makes a line of the kernel.
  public struct Entry {
    public var time: Int64
    public var program: String
    public var message: String
    public var boot: Int

    public init(_ time: Int64, _ program: String, _ message: String, boot: Int = 1) {
      self.time = time
      self.program = program
      self.message = message
      self.boot = boot
    }
  }

  /// The program failed.
  public struct Failure: Error {
    public let status: Int32
  }

  public static let machineID = "00000000000000000000000000abcdef"
  public static let path = "var/log/journal/\(machineID)/system.journal"

  /// Bytes of a journal with the entries.
  public static func journal(_ entries: [Entry]) throws -> [UInt8] {
    let folder = NSTemporaryDirectory() + "airseal-journal-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { remove(folder) }
    try export(entries).write(toFile: folder + "/export", atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/lib/systemd/systemd-journal-remote")
    process.arguments = ["-o", folder + "/made.journal", folder + "/export"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/made.journal")))
  }

  private static func remove(_ folder: String) {
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      FileHandle.standardError.write(Data("\(folder): \(error)\n".utf8))
    }
  }

  /// The journal export format (systemd.io/JOURNAL_EXPORT_FORMATS).
  private static func export(_ entries: [Entry]) -> String {
    entries.enumerated().map { index, entry in
      """
      __REALTIME_TIMESTAMP=\(entry.time * 1_000_000 + Int64(index))
      __MONOTONIC_TIMESTAMP=\(1_000_000 + index)
      _BOOT_ID=\(String(repeating: "\(entry.boot)", count: 32))
      _MACHINE_ID=\(machineID)
      _TRANSPORT=\(entry.program == "kernel" ? "kernel" : "syslog")
      SYSLOG_IDENTIFIER=\(entry.program)
      PRIORITY=6
      MESSAGE=\(entry.message)

      """
    }.joined(separator: "\n") + "\n"
  }
}

extension TemporaryTree {
  /// Writes the machine's journal.
  @discardableResult
  public func journal(_ entries: [JournalMaker.Entry]) throws -> Self {
    try file(JournalMaker.path, bytes: JournalMaker.journal(entries))
  }

  /// A Debian package database with the given packages.
  @discardableResult
  public func packages(_ names: String...) throws -> Self {
    let text = names.map { "Package: \($0)\nStatus: install ok installed\nVersion: 1\n" }.joined(
      separator: "\n")
    return try file("var/lib/dpkg/status", text + "\n")
  }
}
