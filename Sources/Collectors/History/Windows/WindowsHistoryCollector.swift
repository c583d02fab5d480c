import Facts
import LinuxHost

/// Networks that a Windows on a mounted disk of this machine joined, by its registry.
///
/// Sources: NetworkList (profiles with the days of their first and last connection), Tcpip (leases of DHCP servers).
struct WindowsHistoryCollector: Collector {
  static let name = "windows_history"
  static let tables = [NetworkContact.table]

  private static let folders = ["", "/mnt", "/mnt/*", "/media/*", "/media/*/*", "/run/media/*/*", "/windows"]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let finder = TracePlaces(try ContactWriter(Self.name, host, sink), [])
    for folder in Self.folders {
      for place in try finder.all("\(folder)/Windows/System32/config") {
        try sink.reading {
          guard try host.files.info(place.path).kind == .folder else { return }
          try read(place.path, host, sink)
        }
      }
    }
  }

  private func read(_ folder: String, _ host: any Host, _ sink: any FactSink) throws {
    let path = folder + "/SOFTWARE"
    let software = try RegistryHive(host.files, path)
    let version = software.key("Microsoft\\Windows NT\\CurrentVersion")
    let contacts = try ContactWriter(
      Self.name, host, sink, installedAt: version?.number("InstallDate").flatMap { $0 > 0 ? $0 : nil })
    for profile in try software.key("Microsoft\\Windows NT\\CurrentVersion\\NetworkList\\Profiles")?.children
      ?? []
    {
      contacts.add(contact(profile, path, host))
    }
    try sink.reading { try readLeases(folder + "/SYSTEM", contacts) }
    try contacts.finish()
  }

  private func contact(_ profile: RegistryHive.Key, _ path: String, _ host: any Host) -> NetworkContact {
    let mobileBroadband: Int64 = 243
    let first = WindowsTime.seconds(profile.bytes("DateCreated"), host.utcOffset(at:))
    let last = WindowsTime.seconds(profile.bytes("DateLastConnected"), host.utcOffset(at:))
    return NetworkContact(
      source: Self.name,
      kind: profile.number("NameType") == mobileBroadband ? .tetherUp : .connectionActivated, path: path,
      name: profile.text("ProfileName") ?? profile.name, firstSeen: first ?? last, lastSeen: last ?? first,
      timeBasis: first == nil && last == nil ? .unknown : .recorded, grade: .b, occurrences: 1, zone: .local)
  }

  private func readLeases(_ path: String, _ contacts: ContactWriter) throws {
    let system = try RegistryHive(contacts.files, path)
    let set = "ControlSet00\(system.key("Select")?.number("Current") ?? 1)"
    let adapters = "\(set)\\Control\\Network\\{4D36E972-E325-11CE-BFC1-08002BE10318}"
    for interface in try system.key("\(set)\\Services\\Tcpip\\Parameters\\Interfaces")?.children ?? [] {
      guard let server = interface.text("DhcpServer"), let address = interface.text("DhcpIPAddress"),
        server != "255.255.255.255", address != "0.0.0.0", let time = interface.number("LeaseObtainedTime"),
        time > 0
      else { continue }
      let name = system.key("\(adapters)\\\(interface.name)\\Connection")?.text("Name")
      if name.map(Self.isSoftwareOnly) == true { continue }
      contacts.add(
        NetworkContact(
          source: Self.name, kind: .dhcpLease, path: path, peer: server, name: name, firstSeen: time,
          lastSeen: time, timeBasis: .recorded, grade: .a, occurrences: 1))
    }
  }

  /// Adapters that virtual machines and VPN programs make.
  private static func isSoftwareOnly(_ name: String) -> Bool {
    ["vEthernet", "VMware", "VirtualBox", "Loopback"].contains { name.contains($0) }
  }
}
