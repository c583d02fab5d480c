import Facts
import LinuxHost

/// Package indexes that dnf fetched, and what its log covers.
struct DnfCollector: Collector {
  static let name = "dnf"
  static let tables = [NetworkContact.table, Coverage.table]

  private static let caches = ["/var/cache/dnf", "/var/cache/libdnf5", "/var/cache/yum"]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let wasInstalled = try InstalledSoftware(host.files).hadAny(
      packages: ["dnf", "dnf5", "yum"], programs: ["usr/bin/dnf", "usr/bin/dnf5", "usr/bin/yum"])
    let repositories = try DnfRepositories(host.files) {
      try sink.skipped($0.path, $0.reason, detail: $0.detail)
    }
    var tally = ContactTally(installedAt: try InstallationTime.read(host))
    var foundAny = false
    for folder in Self.caches {
      for name in try names(folder, host.files) {
        foundAny = true
        do {
          if let contact = try index(name, folder, repositories, host.files) { tally.add(contact) }
        } catch let error as FileError {
          if error.code != 20 { try sink.skipped(error.path, error.reason, detail: error.detail) }
        }
      }
    }
    try DnfHistory.read(host, repositories, sink) { contact in
      foundAny = true
      tally.add(contact)
    }
    if try addLog(host, sink, repositories, &tally) { foundAny = true }
    for contact in tally.contacts { try sink.add(contact) }
    if foundAny { return }
    if wasInstalled { throw CollectionFailure(.incomplete, .expectedButAbsent, detail: "/var/log/dnf.log") }
    sink.absent(.neverInstalled)
  }

  /// A cached repomd.xml: its revision is usually the time at which the server made it.
  private func index(
    _ name: String, _ folder: String, _ repositories: DnfRepositories, _ files: FileTree
  ) throws -> NetworkContact? {
    let path = "\(folder)/\(name)/repodata/repomd.xml"
    let text: String
    do {
      text = try files.text(path, limit: 4 << 20)
    } catch {
      if error.isAbsent { return nil }
      throw error
    }
    guard text.contains("<repomd") else { throw FileError(path: path, reason: .damaged) }
    let repository = name.lastIndex(of: "-").map { String(name[..<$0]) } ?? name
    guard let server = repositories.hosts[repository] else { return nil }
    let isPublic = Peer.isPublic(server)
    let time = try files.info(path).modifiedAt
    return NetworkContact(
      source: Self.name, kind: .packageIndex, path: path, peer: server, peerIsPublic: isPublic,
      name: repository,
      firstSeen: time, lastSeen: time, timeBasis: .fileTime, grade: .a, serverDated: isPublic, occurrences: 1)
  }

  /// "2026-05-16T09:12:31+0700 DEBUG repo: downloading from remote: fedora".
  private func addLog(
    _ host: any Host, _ sink: any FactSink, _ repositories: DnfRepositories, _ tally: inout ContactTally
  ) throws -> Bool {
    let reader = SyslogReader(files: host.files, offset: host.utcOffset(at:))
    var found = false
    let logs = try LogFile.generations(
      of: "dnf.log", in: "/var/log", files: host.files, names: try names("/var/log", host.files)
    ) { error in
      found = true
      try sink.skipped(error.path, error.reason, detail: error.detail)
    }
    let template = LineTemplate("downloading from remote: {repository}")
    for log in logs {
      found = true
      var span = SyslogReader.Span()
      do {
        try reader.read(log, into: &span, programs: ["repo"]) { line in
          var message = line.message
          let fields = message.withUTF8 { template.match(UnsafeRawBufferPointer($0)) }
          guard let name = fields?["repository"], let server = repositories.hosts[name] else { return }
          tally.add(
            NetworkContact(
              source: Self.name, kind: .packageIndex, path: log.path, peer: server,
              peerIsPublic: Peer.isPublic(server), name: name, firstSeen: line.time, lastSeen: line.time,
              timeBasis: .recorded, grade: .a, occurrences: 1))
        }
      } catch let error as FileError {
        try sink.skipped(log.path, error.reason, detail: error.detail)
      }
      try sink.add(
        Coverage(
          source: Self.name, path: log.path, firstEntry: span.first, lastEntry: span.last,
          entries: span.entries, damaged: span.damaged))
    }
    return found
  }

  private func names(_ folder: String, _ files: FileTree) throws -> [String] {
    do {
      return try files.list(folder)
    } catch {
      if error.isAbsent { return [] }
      throw error
    }
  }
}
