import Facts
import LinuxHost

/// Networks that a Windows on a mounted disk of this machine joined, by its registry.
///
/// Sources: NetworkList (profiles with the days of their first and last connection), Tcpip (leases of DHCP servers).
struct WindowsHistoryCollector: Collector {
  static let name = "windows_history"
  static let tables = [NetworkContact.table]

  /// Stores of forms that airseal does not read: amounts by network and hour (ESE), visits of Internet Explorer and Edge
  /// (ESE), events of networks and devices (EVTX).
  private static let unread = [
    "Windows/System32/sru/SRUDB.dat", "Users/*/AppData/Local/Microsoft/Windows/WebCache/WebCacheV01.dat",
    "Windows/System32/winevt/Logs/Microsoft-Windows-NetworkProfile%4Operational.evtx",
    "Windows/System32/winevt/Logs/Microsoft-Windows-WLAN-AutoConfig%4Operational.evtx",
    "Windows/System32/winevt/Logs/Microsoft-Windows-DriverFrameworks-UserMode%4Operational.evtx",
  ]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let finder = TracePlaces(try ContactWriter(Self.name, host, sink), [])
    for volume in try WindowsVolumes.all(host, sink) {
      try sink.reading { try read("\(volume)/Windows/System32/config", host, sink) }
      try readWireless(volume, finder, host, sink)
      for pattern in Self.unread {
        for place in try finder.all("\(volume)/\(pattern)") where try host.files.exists(place.path) {
          try sink.skipped(place.path, .unsupported)
        }
      }
    }
  }

  /// WLAN profiles, which prove no connection: "<WLANProfile><name>Văn phòng</name>".
  private func readWireless(
    _ volume: String, _ finder: TracePlaces, _ host: any Host, _ sink: any FactSink
  ) throws {
    let contacts = try ContactWriter(Self.name, host, sink, installedAt: .min)
    let folder = "\(volume)/ProgramData/Microsoft/Wlansvc/Profiles/Interfaces"
    for place in try finder.all("\(folder)/*/*.xml") {
      try sink.reading {
        let text = try host.files.text(place.path, limit: 1 << 20)
        let time = try host.files.info(place.path).modifiedAt
        guard let start = text.firstRange(of: "<name>") else {
          throw FileError(path: place.path, reason: .damaged)
        }
        contacts.add(
          NetworkContact(
            source: Self.name, kind: .configured, path: place.path,
            name: String(text[start.upperBound...].prefix { $0 != "<" }), firstSeen: time, lastSeen: time,
            timeBasis: .fileTime, grade: .c, occurrences: 1))
      }
    }
    try contacts.finish()
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
