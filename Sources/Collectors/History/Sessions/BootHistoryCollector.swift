import Facts
import LinuxHost

/// When the machine was started and stopped, from the journals and the records of sessions, and where the two disagree.
struct BootHistoryCollector: Collector {
  static let name = "boot_history"
  static let tables = [PowerEvent.table, HistorySign.table]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let journal = try journalBoots(host, sink)
    let sessions = try sessionEvents(host, sink)
    for boot in journal {
      try sink.add(
        PowerEvent(
          source: Self.name, path: boot.path, event: .boot, at: boot.first, bootId: boot.id, until: boot.last)
      )
    }
    for event in sessions {
      try sink.add(PowerEvent(source: Self.name, path: event.path, event: event.kind, at: event.time))
    }
    let comparison = BootComparison(
      journal: journal, sessions: sessions, offset: host.utcOffset(at: host.now))
    for sign in comparison.signs(source: Self.name) { try sink.add(sign) }
  }

  private func journalBoots(_ host: any Host, _ sink: any FactSink) throws -> [BootComparison.JournalBoot] {
    let reader = JournalReader(files: host.files)
    var boots: [String: BootComparison.JournalBoot] = [:]
    for folder in ["/var/log/journal", "/run/log/journal"] {
      var paths: [String] = []
      try sink.reading {
        paths = try reader.journals(in: folder) { try sink.skipped($0.path, $0.reason, detail: $0.detail) }
      }
      for path in paths {
        do {
          let sequence = try reader.header(path).firstSequence
          for boot in try reader.boots(path) {
            var known =
              boots[boot.id]
              ?? BootComparison.JournalBoot(
                id: boot.id, path: path, first: boot.first, last: boot.last, sequence: sequence,
                clock: boot.clockAtFirst)
            known.first = min(known.first, boot.first)
            known.last = max(known.last, boot.last)
            known.note(clock: boot.clockAtFirst, path)
            known.note(clock: boot.clockAtLast, path)
            boots[boot.id] = known
          }
        } catch let error as FileError {
          try sink.skipped(path, error.reason, detail: error.detail)
        }
      }
    }
    return boots.values.sorted { ($0.first, $0.id) < ($1.first, $1.id) }
  }

  private func sessionEvents(_ host: any Host, _ sink: any FactSink) throws -> [BootComparison.SessionEvent] {
    var names: [String] = []
    try sink.reading { names = try host.files.list("/var/log").filter(LoginRecordFiles.isSessions) }
    var events: [BootComparison.SessionEvent] = []
    for path in names.map({ "/var/log/\($0)" }) {
      try sink.reading {
        for record in LoginRecords(try host.files.unpacked(path, limit: 256 << 20)).records {
          let kind: PowerEventKind? =
            switch record.kind {
            case .boot: .boot
            case .newTime: .clockSet
            case .runLevel: record.user == "shutdown" ? .shutdown : nil
            default: nil
            }
          if let kind { events.append(.init(path: path, kind: kind, time: record.time)) }
        }
      }
    }
    try sink.reading {
      let path = "/var/lib/wtmpdb/wtmp.db"
      let database = try SQLiteCopy(host.files, path)
      try database.each("SELECT Login / 1000000 FROM wtmp WHERE Type = 1") { row in
        if let time = Int64(row[0]) { events.append(.init(path: path, kind: .boot, time: time)) }
      }
    }
    return events
  }
}
