import Facts
import LinuxHost

/// Package indexes that apt fetched, and what its history log covers.
///
/// A fetched list is named after its address and holds a date that the repository's server signed. Lists of media and of
/// folders, and lists that somebody may have carried here (apt-offline, a host that no source names) prove no exchange.
struct AptCollector: Collector {
  static let name = "apt"
  static let tables = [NetworkContact.table, Coverage.table]

  private static let lists = "/var/lib/apt/lists"
  private static let logs = "/var/log/apt"

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let software = try InstalledSoftware(host.files)
    let wasInstalled = try software.hadAny(packages: ["apt"], programs: ["usr/bin/apt-get"])
    let sources = try AptSources(host.files) { try sink.skipped($0.path, $0.reason, detail: $0.detail) }
    let installedAt = try InstallationTime.read(host)
    var tally = ContactTally(installedAt: installedAt)
    let lists = AptLists(
      source: Self.name, files: host.files, sources: sources, installedAt: installedAt,
      hosts: try hosts(host.files),
      mayBeCarried: software.had("apt-offline"))
    let hasLists = try eachName(Self.lists, host.files) { name in
      guard name.hasSuffix("_InRelease") || name.hasSuffix("_Release") else { return }
      do {
        if let contact = try lists.contact(name, in: Self.lists) { tally.add(contact) }
      } catch let error as FileError {
        try sink.skipped(error.path, error.reason, detail: error.detail)
      }
    }
    for contact in tally.contacts { try sink.add(contact) }
    let hasLogs = try addCoverage(host, sink)
    if !wasInstalled { return hasLists || hasLogs ? () : sink.absent(.neverInstalled) }
    if !sources.areThere {
      throw CollectionFailure(.incomplete, .expectedButAbsent, detail: "/etc/apt/sources.list")
    }
    if !hasLists { throw CollectionFailure(.incomplete, .expectedButAbsent, detail: Self.lists) }
    if !hasLogs {
      throw CollectionFailure(.incomplete, .expectedButAbsent, detail: Self.logs + "/history.log")
    }
  }

  private func addCoverage(_ host: any Host, _ sink: any FactSink) throws -> Bool {
    var found = false
    var names: [String] = []
    _ = try eachName(Self.logs, host.files) { names.append($0) }
    let logs = try LogFile.generations(
      of: "history.log", in: Self.logs, files: host.files, names: names
    ) { error in
      found = true
      try sink.skipped(error.path, error.reason, detail: error.detail)
    }
    for log in logs {
      found = true
      let span = PackageLogSpan(log, prefix: "Start-Date: ", host: host)
      try sink.add(try span.coverage(Self.name, sink))
    }
    return found
  }

  /// Whether the folder is there.
  private func eachName(_ folder: String, _ files: FileTree, _ body: (String) throws -> Void) throws -> Bool {
    let names: [String]
    do {
      names = try files.list(folder)
    } catch {
      if error.isAbsent { return false }
      throw error
    }
    for name in names { try body(name) }
    return true
  }

  private func hosts(_ files: FileTree) throws -> [String: IPAddress] {
    do {
      return Peer.hosts(try files.text("/etc/hosts", limit: 4 << 20))
    } catch {
      if error.isAbsent { return [:] }
      throw error
    }
  }
}
