import Facts
import LinuxHost

/// System logs that logrotate lists and that are gone (logrotate(8), state file).
struct LogRotationSign: SignDetector {
  private static let logs = [
    "syslog", "messages", "kern.log", "auth.log", "secure", "daemon.log", "wtmp", "btmp",
  ]

  func detect(_ machine: SignMachine) throws {
    for path in [
      "/var/lib/logrotate/status", "/var/lib/logrotate.status", "/var/lib/logrotate/logrotate.status",
    ] {
      try machine.reading {
        for line in try machine.files.lines(path, limit: 4 << 20) {
          let parts = line.split(separator: "\"")
          guard let log = parts.first.map(String.init), log.hasPrefix("/var/log/"),
            Self.logs.contains(String(log.dropFirst("/var/log/".count))), try !machine.files.exists(log)
          else { continue }
          try machine.add(
            .listedLogMissing, .normal, log, at: try machine.files.info(path).modifiedAt, detail: path)
        }
      }
    }
  }
}
