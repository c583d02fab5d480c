import Facts
import LinuxHost

/// The systemd journals of a host as a source of log events.
struct JournalSource {
  let host: any Host
  let sink: any FactSink
  private let reader: JournalReader

  init(_ host: any Host, _ sink: any FactSink) {
    self.host = host
    self.sink = sink
    reader = JournalReader(files: host.files)
  }

  /// Hands over the entries of some programs, oldest file first, and the span of each file; names what is unreadable.
  ///
  /// Throws `CollectionFailure` where a journal should be and none is.
  func read(
    _ programs: Set<String>, span: (String, JournalReader.Span) throws -> Void,
    _ body: (LogEvent) throws -> Void
  ) throws {
    let paths = try journals()
    if paths.isEmpty { return try explainAbsence() }
    let matches = programs.sorted().map { "SYSLOG_IDENTIFIER=\($0)" }
    for (index, path) in paths.enumerated() {
      try sink.progress(done: index, total: paths.count, unit: .files)
      var found = JournalReader.Span()
      do {
        try reader.read(path, matching: matches, into: &found) { try body(try event($0, path)) }
      } catch let error as FileError {
        try sink.skipped(path, error.reason, detail: error.detail)
        if found == JournalReader.Span() { continue }
      }
      try span(path, found)
    }
  }

  private func event(_ entry: borrowing JournalEntry, _ path: String) throws -> LogEvent {
    LogEvent(
      time: entry.time, basis: .recorded, program: try entry.field("SYSLOG_IDENTIFIER") ?? "",
      pid: try entry.field("_PID").flatMap { Int($0) }, message: try entry.field("MESSAGE") ?? "",
      path: path)
  }

  /// Archived journals by sequence number, then the current one, of the disk and of memory.
  private func journals() throws -> [String] {
    var found: [String] = []
    for folder in ["/var/log/journal", "/run/log/journal"] {
      do {
        found += try reader.journals(in: folder) { try sink.skipped($0.path, $0.reason, detail: $0.detail) }
      } catch let error as FileError {
        if !error.isAbsent { try sink.skipped(folder, error.reason, detail: error.detail) }
      }
    }
    return found
  }

  private func explainAbsence() throws {
    let software = try InstalledSoftware(host.files)
    guard
      try software.hadAny(
        packages: ["systemd"], programs: ["usr/lib/systemd/systemd", "lib/systemd/systemd"])
    else { return sink.absent(.neverInstalled) }
    if try host.files.exists("var/log/journal") {
      throw CollectionFailure(.incomplete, .emptyStore, detail: "/var/log/journal")
    }
    if try TextLogSource.hasSystemLog(host.files) { return sink.absent(.notPersistent) }
    throw CollectionFailure(.incomplete, .notPersistent, detail: "/var/log/journal")
  }
}
