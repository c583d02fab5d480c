import Facts
import LinuxHost

/// DHCP leases that systemd-networkd keeps.
struct NetworkdLeaseCollector: Collector {
  static let name = "networkd_lease"
  static let tables = [NetworkContact.table]

  private static let folders = ["/run/systemd/netif/leases", "/var/lib/systemd/network"]
  private static let unit = "etc/systemd/system/multi-user.target.wants/systemd-networkd.service"

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    var tally = ContactTally(installedAt: try InstallationTime.read(host))
    var foundFolder = false
    for folder in Self.folders {
      do {
        for name in try host.files.list(folder) { try add("\(folder)/\(name)", name, host, sink, &tally) }
        foundFolder = true
      } catch let error as FileError {
        if !error.isAbsent { throw error }
      }
    }
    for contact in tally.contacts { try sink.add(contact) }
    if foundFolder { return }
    if try isEnabled(host.files) {
      throw CollectionFailure(.incomplete, .notPersistent, detail: Self.folders[0])
    }
    sink.absent(.neverInstalled, detail: "systemd-networkd is not enabled")
  }

  private func isEnabled(_ files: FileTree) throws -> Bool {
    do {
      _ = try files.linkTarget(Self.unit)
      return true
    } catch {
      if error.isAbsent { return false }
      throw error
    }
  }

  private func add(
    _ path: String, _ name: String, _ host: any Host, _ sink: any FactSink, _ tally: inout ContactTally
  ) throws {
    do {
      let info = try host.files.info(path)
      if info.kind == .folder { return }
      let lease = try KeyedLease(try host.files.text(path, limit: 1 << 20), path: path)
      let interface = try interface(name, host)
      if interface.map(InterfaceName.isSoftwareOnly) == true { return }
      tally.add(
        NetworkContact(
          source: Self.name, kind: .dhcpLease, path: path, interface: interface, peer: lease.server,
          peerIsPublic: lease.isPublic, lastSeen: info.modifiedAt, timeBasis: .fileTime, grade: .a,
          occurrences: 1))
    } catch let error as FileError {
      try sink.skipped(error.path, error.reason, detail: error.detail)
    }
  }

  /// A lease is named after the index of its interface; its name is known only while the system runs.
  private func interface(_ name: String, _ host: any Host) throws -> String? {
    guard host.hasLinkState, let index = Int(name) else { return nil }
    return try host.network().links.first { $0.index == index }?.name
  }
}
