import Facts
import LinuxHost

/// Packages in apt's cache, where only what was fetched from a server is put (apt-get(8), /var/cache/apt/archives).
struct PackageArchiveCollector: Collector {
  static let name = "package_archives"
  static let tables = [NetworkContact.table]

  private static let folder = "/var/cache/apt/archives"

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let contacts = try ContactWriter(Self.name, host, sink)
    let names = try contacts.names(in: Self.folder).filter { $0.hasSuffix(".deb") }
    if names.isEmpty { return }
    let sources = try AptSources(host.files) { try sink.skipped($0.path, $0.reason, detail: $0.detail) }
    let mayBeCarried = try InstalledSoftware(host.files).had("apt-offline")
    for name in names {
      let path = "\(Self.folder)/\(name)"
      try contacts.reading {
        let info = try host.files.info(path)
        let time = info.bornAt ?? info.modifiedAt
        contacts.add(
          NetworkContact(
            source: Self.name, kind: .packageDownload, path: Self.folder, name: "apt", firstSeen: time,
            lastSeen: time, timeBasis: .fileTime, grade: sources.hosts.isEmpty || mayBeCarried ? .c : .a,
            occurrences: 1))
      }
    }
    try contacts.finish()
  }
}
