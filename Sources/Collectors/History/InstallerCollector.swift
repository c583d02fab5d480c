import Facts
import LinuxHost

/// What the installer's logs tell of the network during installation: answers of DHCP servers, links, mirrors used.
struct InstallerCollector: Collector {
  static let name = "installer"
  static let tables = [NetworkContact.table]

  private static let folder = "/var/log/installer"
  /// Logs of other installers, whose lines bear no time that can be relied on.
  private static let otherLogs = [
    "/var/log/installer/curtin-install.log", "/var/log/installer/subiquity-server-debug.log",
    "/var/log/anaconda/dnf.librepo.log", "/var/log/anaconda/packaging.log",
    "/var/log/archinstall/install.log", "/var/log/YaST2/wickedd.log",
  ]
  /// YaST's log and its rotated files, y2log-1.gz …
  private static let yast = "/var/log/YaST2"

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    var tally = ContactTally(installedAt: nil)
    var history = ConnectionHistory(source: Self.name, installedAt: nil, connectivityHost: nil)
    var found = false
    try reading(Self.folder + "/syslog", host, sink, &found) { log in
      var span = SyslogReader.Span()
      let installerRunsInUTC: (Int64) -> Int64 = { _ in 0 }
      try SyslogReader(files: host.files, offset: installerRunsInUTC).read(
        log, into: &span, programs: nil
      ) { line in
        let basis: TimeBasis = line.yearIsInferred ? .inferredYear : .recorded
        if let mirror = InstallerLine.mirror(line.message) {
          tally.add(Self.contact(.installerMirror, mirror, log.path, line.time, basis))
        } else {
          history.add(
            LogEvent(
              time: line.time, basis: basis, program: line.tag, pid: line.pid, message: line.message,
              path: log.path))
        }
      }
      if span.entries == 0 {
        throw FileError(path: log.path, reason: log.info.size == 0 ? .emptyStore : .damaged)
      }
    }
    let rotated = try sink.names(in: Self.yast, host.files).filter { $0.hasPrefix("y2log") }
    for path in Self.otherLogs + rotated.map({ "\(Self.yast)/\($0)" }) {
      try reading(path, host, sink, &found) { log in
        var lines = InstallerLine()
        try log.forEachLine(in: host.files) { line in
          let text = String(decoding: line.prefix(1024), as: UTF8.self)
          guard let contact = lines.contact(text) else { return }
          tally.add(Self.contact(contact.kind, contact.peer, log.path, log.info.modifiedAt, .fileTime))
        }
      }
    }
    for contact in tally.contacts + history.contacts() { try sink.add(contact) }
    if !found { try explainAbsence(host.files, sink) }
  }

  private func reading(
    _ path: String, _ host: any Host, _ sink: any FactSink, _ found: inout Bool,
    _ body: (LogFile) throws -> Void
  ) throws {
    do {
      let info = try host.files.info(path)
      found = true
      guard info.kind == .regular else { throw FileError(path: path, reason: .notRegularFile) }
      try body(LogFile(path: path, info: info))
    } catch let error as FileError {
      if !error.isAbsent { try sink.skipped(path, error.reason, detail: error.detail) }
    }
  }

  private static func contact(
    _ kind: ContactKind, _ peer: String?, _ path: String, _ time: Int64, _ basis: TimeBasis
  ) -> NetworkContact {
    NetworkContact(
      source: name, kind: kind, path: path, peer: peer, peerIsPublic: peer.map { Peer.isPublic($0) } ?? false,
      firstSeen: time, lastSeen: time, timeBasis: basis, grade: .a, occurrences: 1)
  }

  /// An image without an installer leaves no logs; a disc that apt knows, or the installer's report, tells of one.
  private func explainAbsence(_ files: FileTree, _ sink: any FactSink) throws {
    var hadInstaller = try InstalledSoftware(files).had("installation-report")
    do {
      if try files.text("/etc/apt/sources.list", limit: 4 << 20).contains("cdrom:[") { hadInstaller = true }
    } catch {
      if !error.isAbsent { throw error }
    }
    for path in ["/root/anaconda-ks.cfg", Self.folder] where try files.exists(path) { hadInstaller = true }
    if hadInstaller { throw CollectionFailure(.incomplete, .expectedButAbsent, detail: Self.folder) }
    sink.absent(.neverInstalled)
  }
}
