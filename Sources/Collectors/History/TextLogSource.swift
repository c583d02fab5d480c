import Facts
import LinuxHost

/// The rotated text logs of a host as a source of log events.
struct TextLogSource {
  let host: any Host
  let sink: any FactSink

  private static let folder = "/var/log"
  private static let names = ["syslog", "messages", "kern.log", "daemon.log", "auth.log", "secure"]
  /// Logs that are empty on most machines.
  private static let optional = ["ufw.log", "firewall", "NetworkManager"]
  private static let packages = [
    "rsyslog", "syslog-ng", "syslog-ng-core", "inetutils-syslogd", "busybox-syslogd", "sysklogd", "metalog",
    "socklog",
  ]
  private static let programs = [
    "usr/sbin/rsyslogd", "usr/sbin/syslog-ng", "sbin/syslogd", "usr/sbin/syslogd",
  ]

  init(_ host: any Host, _ sink: any FactSink) {
    self.host = host
    self.sink = sink
  }

  /// Whether a system log with content lies in /var/log.
  static func hasSystemLog(_ files: FileTree) throws -> Bool {
    for name in ["syslog", "messages"] {
      do {
        if try files.info("\(folder)/\(name)").size > 0 { return true }
      } catch {
        if !error.isAbsent { throw error }
      }
    }
    return false
  }

  /// Hands over the lines of some programs, oldest file of each log first, and the span of each file; names what is
  /// unreadable.
  ///
  /// Throws `CollectionFailure` where logs should be and none is.
  func read(
    _ programs: Set<String>, span: (String, SyslogReader.Span) throws -> Void,
    _ body: (LogEvent) throws -> Void
  ) throws {
    let entries = try list()
    var foundAny = false
    for name in Self.names + Self.optional {
      let logs = try LogFile.generations(
        of: name, in: Self.folder, files: host.files, names: entries
      ) { error in
        foundAny = true
        try sink.skipped(error.path, error.reason, detail: error.detail)
      }
      if logs.isEmpty { continue }
      if Self.optional.contains(name) {
        if logs.allSatisfy({ $0.info.size == 0 }) { continue }
      } else {
        foundAny = true
      }
      if logs.allSatisfy({ $0.info.size == 0 }) {
        try sink.skipped(logs[0].path, .emptyStore)
        continue
      }
      for (log, bound) in logs.enumerated().map({ ($1, $0 == 0 ? nil : logs[$0 - 1].info.modifiedAt) })
        .reversed()
      {
        try read(log, notAfter: bound, programs, span: span, body)
      }
    }
    if !foundAny { try explainAbsence() }
  }

  private func read(
    _ log: LogFile, notAfter bound: Int64?, _ programs: Set<String>,
    span: (String, SyslogReader.Span) throws -> Void, _ body: (LogEvent) throws -> Void
  ) throws {
    if log.info.size == 0 { return }
    let reader = SyslogReader(files: host.files, offset: host.utcOffset(at:))
    var found = SyslogReader.Span()
    do {
      try reader.read(log, notAfter: bound, into: &found, programs: programs) { line in
        try body(
          LogEvent(
            time: line.time, basis: line.yearIsInferred ? .inferredYear : .recorded, program: line.tag,
            pid: line.pid, message: line.message, path: log.path))
      }
      if found.entries == 0 { throw FileError(path: log.path, reason: .damaged) }
    } catch let error as FileError {
      try sink.skipped(log.path, error.reason, detail: error.detail)
    }
    try span(log.path, found)
  }

  private func list() throws -> [String] {
    do {
      return try host.files.list(Self.folder)
    } catch {
      guard error.isAbsent else { throw error }
      throw CollectionFailure(.incomplete, .expectedButAbsent, detail: Self.folder)
    }
  }

  private func explainAbsence() throws {
    let software = try InstalledSoftware(host.files)
    if try software.hadAny(packages: Self.packages, programs: Self.programs) {
      throw CollectionFailure(.incomplete, .expectedButAbsent, detail: "/var/log/syslog")
    }
    sink.absent(.neverInstalled)
  }
}
