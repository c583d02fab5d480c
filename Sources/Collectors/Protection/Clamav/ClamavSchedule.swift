import Facts
import LinuxHost

/// Whether ClamAV is started by the system itself: as an enabled unit, by a timer or by cron.
struct ClamavSchedule {
  private static let units = [
    "clamav-clamonacc.service", "clamonacc.service", "clamav-daemon.service", "clamav-daemon.socket",
    "clamd.service",
  ]
  private static let cronFolders = [
    "/etc/cron.d", "/etc/cron.hourly", "/etc/cron.daily", "/etc/cron.weekly", "/etc/cron.monthly",
    "/var/spool/cron/crontabs", "/var/spool/cron",
  ]
  private static let unitFolders = ["/etc/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system"]
  let files: FileTree
  let sink: any FactSink

  func isEnabled() throws -> Bool {
    let units = try enabledUnits()
    if units.contains(where: { Self.units.contains($0) || $0.hasPrefix("clamd@") }) { return true }
    for timer in units where timer.hasSuffix(".timer") {
      let service = timer.dropLast(6) + ".service"
      for folder in Self.unitFolders
      where try runsScanner("\(folder)/\(service)", { $0.hasPrefix("ExecStart") }) {
        return true
      }
    }
    for path in ["/etc/crontab", "/etc/anacrontab"] + (try Self.cronFolders.flatMap(names))
    where try runsScanner(path, { !$0.hasPrefix("#") }) {
      return true
    }
    return false
  }

  /// Whether clamonacc is started by the system and told what to watch.
  func watchesFiles(_ settings: ClamavSettings) throws -> Bool {
    guard settings.namesWatchedPaths else { return false }
    return try enabledUnits().contains { $0.hasSuffix("clamonacc.service") }
  }

  /// A system that systemd starts has its own folder of enabled units; without it nobody can tell what is enabled.
  func requireUnitFolder() throws {
    let folder = Self.unitFolders[0]
    let systemd = try InstalledSoftware(files).hadAny(
      packages: ["systemd"], programs: ["usr/lib/systemd/systemd", "lib/systemd/systemd"])
    if try systemd && !files.exists(folder) { try sink.skipped(folder, .expectedButAbsent) }
  }

  /// Units that a target wants.
  private func enabledUnits() throws -> [String] {
    try names("/etc/systemd/system").filter { $0.hasSuffix(".wants") }.flatMap(names)
      .compactMap { $0.split(separator: "/").last.map(String.init) }
  }

  private func names(_ folder: String) throws -> [String] {
    do {
      return try files.list(folder).map { "\(folder)/\($0)" }
    } catch {
      if !error.isAbsent { try sink.skipped(folder, error.reason, detail: error.detail) }
      return []
    }
  }

  private func runsScanner(_ path: String, _ counts: (Substring) -> Bool) throws -> Bool {
    do {
      return try files.lines(path, limit: 1 << 20).contains { line in
        let line = line.drop { $0 == " " || $0 == "\t" }
        return counts(line) && (line.contains("clamscan") || line.contains("clamdscan"))
      }
    } catch {
      if !error.isAbsent && error.reason != .notRegularFile {
        try sink.skipped(path, error.reason, detail: error.detail)
      }
      return false
    }
  }
}
