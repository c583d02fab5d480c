import Facts
import LinuxHost

/// Indexes and packages that zypper fetched from repositories on the network, and what its log covers.
struct ZypperCollector: Collector {
  static let name = "zypper"
  static let tables = [NetworkContact.table, Coverage.table]

  private static let cache = "/var/cache/zypp/raw"
  private static let logs = "/var/log/zypp"

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    guard try host.files.exists("/usr/bin/zypper") || host.files.exists(Self.logs) else {
      return sink.absent(.neverInstalled)
    }
    let repositories = try DnfRepositories(host.files, in: "/etc/zypp/repos.d") {
      try sink.skipped($0.path, $0.reason, detail: $0.detail)
    }
    let contacts = try ContactWriter(Self.name, host, sink)
    for name in try contacts.names(in: Self.cache) {
      let path = "\(Self.cache)/\(name)/repodata/repomd.xml"
      guard let server = repositories.hosts[name] else { continue }
      try contacts.reading {
        let time = try host.files.info(path).modifiedAt
        contacts.add(contact(.packageIndex, name, server, path, time, .fileTime))
      }
    }
    let logs = try LogFile.generations(
      of: "history", in: Self.logs, files: host.files, names: try contacts.names(in: Self.logs)
    ) { try sink.skipped($0.path, $0.reason, detail: $0.detail) }
    for log in logs { try read(log, repositories, contacts) }
    try contacts.finish()
    if logs.isEmpty {
      throw CollectionFailure(.incomplete, .expectedButAbsent, detail: Self.logs + "/history")
    }
  }

  /// "2026-05-20 10:10:00|install|vim|9.0|x86_64|root@a|oss|checksum|", in local time.
  private func read(_ log: LogFile, _ repositories: DnfRepositories, _ contacts: ContactWriter) throws {
    var (first, last, count): (Int64?, Int64?, Int64) = (nil, nil, 0)
    try contacts.reading {
      try log.forEachLine(in: contacts.files) { line in
        guard
          let time = CivilTime(digits: UnsafeRawBufferPointer(rebasing: line.prefix(19)))?.time(
            offset: contacts.host.utcOffset(at:))
        else { return }
        first = min(first ?? time, time)
        last = max(last ?? time, time)
        count += 1
        let fields = String(decoding: line.prefix(1024), as: UTF8.self).split(
          separator: "|", omittingEmptySubsequences: false)
        guard fields.count > 6, fields[1] == "install", let server = repositories.hosts[String(fields[6])]
        else { return }
        contacts.add(contact(.packageDownload, String(fields[6]), server, log.path, time, .recorded))
      }
    }
    try contacts.sink.cover(Self.name, log.path, first: first, last: last, entries: count)
  }

  private func contact(
    _ kind: ContactKind, _ repository: String, _ server: String, _ path: String, _ time: Int64,
    _ basis: TimeBasis
  ) -> NetworkContact {
    NetworkContact(
      source: Self.name, kind: kind, path: path, peer: server, name: repository, firstSeen: time,
      lastSeen: time, timeBasis: basis, grade: .a, occurrences: 1, zone: basis == .recorded ? .local : .utc)
  }
}
