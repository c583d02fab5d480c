import Facts
import LinuxHost

/// DHCP leases that ISC dhclient keeps for ifupdown and old distributions.
struct DhclientLeaseCollector: Collector {
  static let name = "dhclient_lease"
  static let tables = [NetworkContact.table]

  private static let folders = ["/var/lib/dhcp", "/var/lib/dhclient"]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    var tally = ContactTally(installedAt: try InstallationTime.read(host))
    var foundFolder = false
    for folder in Self.folders {
      do {
        for name in try host.files.list(folder) where name.contains(".lease") && !name.hasPrefix("dhcpd") {
          try add("\(folder)/\(name)", host.files, sink, &tally)
        }
        foundFolder = true
      } catch let error as FileError {
        if !error.isAbsent { throw error }
      }
    }
    for contact in tally.contacts { try sink.add(contact) }
    if foundFolder { return }
    let wasInstalled = try InstalledSoftware(host.files).hadAny(
      packages: ["isc-dhcp-client"], programs: ["sbin/dhclient", "usr/sbin/dhclient"])
    if wasInstalled {
      throw CollectionFailure(.incomplete, .expectedButAbsent, detail: Self.folders[0])
    }
    sink.absent(.neverInstalled)
  }

  private func add(
    _ path: String, _ files: FileTree, _ sink: any FactSink, _ tally: inout ContactTally
  ) throws {
    do {
      let text = try files.text(path)
      if text.isEmpty { throw FileError(path: path, reason: .emptyStore) }
      let leases = try DhclientLeases(text, path: path).leases
      for lease in leases where lease.interface.map(InterfaceName.isSoftwareOnly) != true {
        tally.add(lease.contact(Self.name, .dhcpLease, path))
      }
      if leases.isEmpty {
        let time = try files.info(path).modifiedAt
        tally.add(
          NetworkContact(
            source: Self.name, kind: .dhcpAttempt, path: path, lastSeen: time, timeBasis: .fileTime,
            grade: .c,
            occurrences: 1))
      }
    } catch let error as FileError {
      try sink.skipped(error.path, error.reason, detail: error.detail)
    }
  }
}
