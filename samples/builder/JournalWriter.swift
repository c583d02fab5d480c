import Foundation

/// Makes a systemd journal with chosen times, by way of `systemd-journal-remote`.
struct JournalWriter {
  let entries: [Manifest.JournalEntry]
  let machineID: String
  /// Number that the header gives the first entry; nil to leave it.
  let startsAt: UInt64?

  func write(below folder: String) throws {
    let target = "\(folder)/\(machineID)"
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    let export = target + "/export"
    try text().write(toFile: export, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/lib/systemd/systemd-journal-remote")
    process.arguments = ["-o", target + "/system.journal", export]
    process.standardError = Pipe()
    try process.run()
    process.waitUntilExit()
    try FileManager.default.removeItem(atPath: export)
    guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    if let startsAt { try number(target + "/system.journal", startsAt) }
  }

  /// Bytes 168 to 175 of the header (systemd.io/JOURNAL_FILE_FORMAT).
  private func number(_ path: String, _ first: UInt64) throws {
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    defer { file.closeFile() }
    try file.seek(toOffset: 168)
    try file.write(contentsOf: withUnsafeBytes(of: first.littleEndian) { Data($0) })
  }

  private func text() -> String {
    entries.sorted { $0.at < $1.at }.enumerated().map { index, entry in
      let microseconds = Int64(entry.at.timeIntervalSince1970 * 1_000_000) + Int64(index)
      let boot = String(format: "%032x", entry.boot ?? 1)
      var lines = [
        "__REALTIME_TIMESTAMP=\(microseconds)", "__MONOTONIC_TIMESTAMP=\(1_000_000 + index * 1000)",
        "_BOOT_ID=\(boot)", "_MACHINE_ID=\(machineID)", "_HOSTNAME=may-tram",
        "_TRANSPORT=\(entry.transport ?? "syslog")", "PRIORITY=6",
        "SYSLOG_IDENTIFIER=\(entry.identifier)",
      ]
      if entry.transport != "kernel" { lines.append("_COMM=\(entry.identifier)") }
      lines.append("MESSAGE=\(entry.message)")
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n") + "\n"
  }
}
