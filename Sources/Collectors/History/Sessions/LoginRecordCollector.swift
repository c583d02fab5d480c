import Facts
import LinuxHost

/// Sessions that came from another machine, as wtmp, btmp, utmp, lastlog and their successors keep them.
struct LoginRecordCollector: Collector {
  static let name = "login_records"
  static let tables = [NetworkContact.table, Coverage.table, HistorySign.table]

  private static let limit = 256 << 20

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let contacts = try ContactWriter(Self.name, host, sink)
    var hasSessions = false
    for name in try contacts.names(in: "/var/log") {
      let path = "/var/log/\(name)"
      if LoginRecordFiles.isSessions(name) {
        hasSessions = true
        try contacts.reading { try readRecords(path, .remoteSession, contacts) }
      } else if name == "btmp" || name.hasPrefix("btmp.") || name.hasPrefix("btmp-") {
        try contacts.reading { try readRecords(path, .remoteAttempt, contacts) }
      }
    }
    try contacts.reading { try readRecords("/run/utmp", .remoteSession, contacts) }
    try contacts.reading { try readLastLog(contacts) }
    for (path, query) in LoginRecordFiles.databases {
      try contacts.reading {
        try readDatabase(path, query, contacts)
        hasSessions = true
      }
    }
    try contacts.finish()
    if hasSessions { return }
    if try LoginRecordFiles.areExpected(host.files) {
      throw CollectionFailure(.incomplete, .expectedButAbsent, detail: "/var/log/wtmp")
    }
    sink.absent(.neverInstalled)
  }

  private func readRecords(_ path: String, _ kind: ContactKind, _ contacts: ContactWriter) throws {
    let log = LoginRecords(try contacts.files.unpacked(path, limit: Self.limit))
    for record in log.records where record.kind == .user || kind == .remoteAttempt {
      guard let peer = record.peer else { continue }
      contacts.add(contact(kind, path, peer, record.user, record.time))
    }
    let times = log.records.map(\.time).filter { $0 > 0 }
    if kind == .remoteSession, path != "/run/utmp" {
      try contacts.sink.add(
        Coverage(
          source: Self.name, path: path, firstEntry: times.min(), lastEntry: times.max(),
          entries: Int64(log.records.count), damaged: 0))
    }
    if log.isAltered {
      try contacts.sink.add(
        HistorySign(
          source: Self.name, concern: .wiping, sign: .sessionLogAltered, weight: .independent, path: path,
          at: try contacts.files.info(path).modifiedAt, detail: "blank or cut records"))
    }
  }

  /// lastlog(8): 292 bytes by user number: time, terminal, host.
  private func readLastLog(_ contacts: ContactWriter) throws {
    let path = "/var/log/lastlog"
    let size = 292
    let bytes = try contacts.files.read(path, limit: Self.limit)
    let accounts = try Account.all(contacts.files)
    for account in accounts where account.uid < 1 << 20 {
      let start = Int(account.uid) * size
      guard start + size <= bytes.count else { continue }
      let time = (0..<4).reduce(Int64(0)) { $0 | Int64(bytes[start + $1]) << (8 * $1) }
      let host = String(decoding: bytes[(start + 36)..<(start + size)].prefix { $0 != 0 }, as: UTF8.self)
      guard time > 0, let peer = LoginRecords.Record.remote(host) else { continue }
      contacts.add(contact(.remoteSession, path, peer, account.name, time))
    }
  }

  private func readDatabase(_ path: String, _ query: String, _ contacts: ContactWriter) throws {
    let database = try SQLiteCopy(contacts.files, path)
    var rows: [[String]] = []
    try database.each(query) { rows.append($0) }
    for row in rows {
      guard let time = Int64(row[1]), let peer = LoginRecords.Record.remote(row[2]) else { continue }
      contacts.add(contact(.remoteSession, path, peer, row[0], time))
    }
    let times = rows.compactMap { Int64($0[1]) }
    try contacts.sink.add(
      Coverage(
        source: Self.name, path: path, firstEntry: times.min(), lastEntry: times.max(),
        entries: Int64(rows.count), damaged: 0))
  }

  private func contact(
    _ kind: ContactKind, _ path: String, _ peer: String, _ user: String, _ time: Int64
  ) -> NetworkContact {
    NetworkContact(
      source: Self.name, kind: kind, path: path, peer: peer, name: user.isEmpty ? nil : user,
      firstSeen: time, lastSeen: time, timeBasis: .recorded, grade: .a, occurrences: 1)
  }
}
