import Facts
import LinuxHost

/// How much journald keeps, by its settings and by what it logged itself (journald.conf(5)).
struct JournalLimit {
  private static let settings = [
    "/etc/systemd/journald.conf", "/usr/lib/systemd/journald.conf", "/lib/systemd/journald.conf",
  ]
  private static let folders = [
    "/etc/systemd/journald.conf.d", "/run/systemd/journald.conf.d", "/usr/lib/systemd/journald.conf.d",
  ]
  private static let keys = ["SystemMaxUse", "SystemKeepFree", "SystemMaxFiles", "MaxRetentionSec"]

  private(set) var values: [String: String] = [:]
  /// Bytes that journald last named as its limit.
  private var limit: UInt64?

  init(_ machine: SignMachine) throws {
    var paths = Self.settings
    for folder in Self.folders { paths += try machine.names(in: folder).map { "\(folder)/\($0)" } }
    for path in paths {
      try machine.reading {
        let group = KeyFile(try machine.files.text(path, limit: 1 << 20))["Journal"] ?? [:]
        values.merge(group.filter { !$0.value.isEmpty }) { $1 }
      }
    }
    try readLog(machine)
  }

  /// Whether journald told its limit, so that files that are missing below it were taken away.
  var isKnown: Bool { limit != nil }

  /// Whether a limit that was set, or nearly reached, explains that older files are gone.
  func explains(used: UInt64, files: Int) -> Bool {
    if Self.keys.contains(where: { values[$0] != nil }) { return true }
    let mostFiles = 90
    if files >= mostFiles { return true }
    return limit.map { used * 2 >= $0 } ?? false
  }

  /// "System Journal (/var/log/journal/…) is 8.0M, max 4.0G, 3.9G free."
  private mutating func readLog(_ machine: SignMachine) throws {
    let reader = JournalReader(files: machine.files)
    var latest: (time: Int64, limit: UInt64)?
    for path in try machine.journals() {
      var span = JournalReader.Span()
      try machine.reading {
        try reader.read(path, matching: ["SYSLOG_IDENTIFIER=systemd-journald"], into: &span) { entry in
          guard let message = try entry.field("MESSAGE"), message.hasPrefix("System Journal"),
            let limit = Self.limit(message), entry.time >= latest?.time ?? 0
          else { return }
          latest = (entry.time, limit)
        }
      }
    }
    limit = latest?.limit
  }

  private static func limit(_ message: String) -> UInt64? {
    guard let start = message.firstRange(of: ", max ") else { return nil }
    let text = message[start.upperBound...].prefix { $0 != "," && $0 != " " }
    let units: [Character: Double] = ["K": 1024, "M": 1_048_576, "G": 1_073_741_824, "T": 1_099_511_627_776]
    guard let unit = text.last, let number = Double(text.dropLast()), let factor = units[unit] else {
      return nil
    }
    return UInt64(number * factor)
  }
}
