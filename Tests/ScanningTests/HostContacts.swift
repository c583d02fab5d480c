import Facts
import Testing

/// What the sample hosts of eight distributions hold in facts, and what their innocent twins do not.
enum HostContacts {
  /// Each distribution's own stores, by the collector that knows them.
  private static let stores: [String: [(source: String, kind: ContactKind)]] = [
    "arch": [
      ("program_traces", .packageIndex), ("program_traces", .wifiAccessPoint),
      ("journal_connection", .dhcpLease),
    ],
    "debian-11": [("dhclient_lease", .dhcpLease), ("log_connection", .linkUp)],
    "debian-12": [("apt", .packageIndex), ("network_manager_state", .orphanLease)],
    "debian-13": [("apt", .packageIndex), ("login_records", .remoteSession)],
    "fedora": [
      ("dnf", .packageDownload), ("audit_log", .remoteSession), ("program_traces", .packageIndex),
    ],
    "opensuse": [
      ("zypper", .packageDownload), ("log_connection", .dhcpLease), ("program_traces", .dhcpLease),
    ],
    "ubuntu-22.04": [
      ("program_traces", .packageIndex), ("program_traces", .vendorService),
      ("log_connection", .firewallPacket),
    ],
    "ubuntu-24.04": [("installer", .installerMirror), ("program_traces", .chatSession)],
  ]

  /// Expects of one sample's contacts what its name says.
  static func check(_ name: String, _ contacts: [NetworkContact]) {
    if name.hasSuffix("-clean") || name == "innocent-twins" || name == "unused-tools" { twin(contacts) }
    guard let stores = Self.stores.first(where: { name == "host-\($0.key)" }) else { return }
    for store in stores.value {
      let rows = contacts.filter { $0.source == store.source && $0.kind == store.kind }
      #expect(!rows.isEmpty && rows.allSatisfy { $0.grade == .a || $0.grade == .b }, "\(store)")
    }
    browsers(contacts)
    if stores.key == "debian-11" { newYear(contacts) }
    if stores.key == "debian-12" { deletedProfile(contacts) }
  }

  private static func twin(_ contacts: [NetworkContact]) {
    let proven = contacts.filter { [.a, .b, .p].contains($0.grade) && !$0.beforeInstall }
    #expect(proven.map { "\($0.kind) \($0.peer ?? "") \($0.path)" } == [])
  }

  /// Firefox and three of Chromium's family tell where they were.
  private static func browsers(_ contacts: [NetworkContact]) {
    let visits = contacts.filter { $0.kind == .webVisit }
    #expect(Set(visits.map(\.peer)) == ["www.example.org", "mail.example.vn"])
    #expect(Set(visits.map(\.path)).count == 4)
    #expect(visits.allSatisfy { $0.grade == .a && $0.peerIsPublic && $0.account == "canbo" })
  }

  /// Lines without a year of 31 December 2025, 23:50, to 1 January 2026, 00:12, in Viet Nam.
  private static func newYear(_ contacts: [NetworkContact]) {
    let leases = contacts.filter { $0.kind == .dhcpLease && $0.path == "/var/log/syslog.1" }
    #expect(leases.map(\.firstSeen) == [1_767_199_805])
    #expect(leases.map(\.lastSeen) == [1_767_201_000])
    let links = contacts.filter { $0.kind == .linkUp }
    #expect(links.map(\.firstSeen) == [1_767_199_800])
    #expect(links.map(\.lastSeen) == [1_767_201_120])
  }

  /// A Wi-Fi profile that was deleted is found by its lease and its access point.
  private static func deletedProfile(_ contacts: [NetworkContact]) {
    let found = contacts.filter { $0.source == "network_manager_state" }
    #expect(Set(found.map(\.kind)) == [.orphanLease, .orphanAccessPoint])
    #expect(found.contains { $0.peer == "02:00:5e:aa:bb:01" })
  }
}
