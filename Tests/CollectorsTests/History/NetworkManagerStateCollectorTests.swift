import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct NetworkManagerStateCollectorTests {
  private let known = "0d8f4f3a-53c5-4a0f-9f0b-5d3f4f0e2a11"
  private let gone = "6c0f3d0e-6a38-4a0e-9a55-0c6a1f2f7b10"
  private let time: Int64 = 1_779_277_320

  private func tree() throws -> TemporaryTree {
    try TemporaryTree().packages("network-manager").file("etc/machine-id", "x", at: time - 1_000_000)
      .file("var/lib/NetworkManager/secret_key", "x")
      .file(
        "etc/NetworkManager/system-connections/a.nmconnection",
        "[connection]\nid=Phong 5\nuuid=\(known)\ntype=ethernet\n")
  }

  @Test func tellsKnownFromDeletedConnections() throws {
    let tree = try tree()
      .file(
        "var/lib/NetworkManager/timestamps", "[timestamps]\n\(known)=\(time)\n\(gone)=\(time + 5)\n1-2=0\n"
      )
      .file("var/lib/NetworkManager/seen-bssids", "[seen-bssids]\n\(gone)=02:00:5E:AA:BB:01,\n", at: time)
      .file("var/lib/NetworkManager/internal-\(gone)-wlp2s0.lease", "ADDRESS=192.168.1.23\n", at: time)
      .file(
        "var/lib/NetworkManager/internal-\(known)-eno1.lease",
        "ADDRESS=203.0.113.23\nSERVER_ADDRESS=203.0.113.1\n", at: time)
    let found = try NetworkManagerStateCollector.run(on: tree)
    #expect(found.status == .complete)
    let rows: [NetworkContact] = found.rows()
    let seen = rows.map { "\($0.kind.rawValue) \($0.grade.rawValue) \($0.name ?? "-") \($0.peerIsPublic)" }
      .sorted()
    #expect(
      seen == [
        "connection_activated B Phong 5 false", "dhcp_lease A Phong 5 true",
        "orphan_access_point B \(gone) false",
        "orphan_activation B \(gone) false", "orphan_lease A \(gone) false",
      ])
    #expect(rows.allSatisfy { $0.lastSeen ?? 0 >= time })
  }

  /// The loopback connection of an earlier run leaves a time, too.
  @Test func aLoneTimeOfAStoppedSystemIsWeak() throws {
    let tree = try tree().file("var/lib/NetworkManager/timestamps", "[timestamps]\n\(gone)=\(time)\n")
    var rows: [NetworkContact] = try NetworkManagerStateCollector.run(on: tree).rows()
    #expect(rows.map(\.grade) == [.c])
    try tree.folder("run/NetworkManager")
    rows = try NetworkManagerStateCollector.run(on: tree).rows()
    #expect(rows.map(\.grade) == [.b])
  }

  @Test(arguments: [
    "internal-6c0f3d0e-6a38-4a0e-9a55-0c6a1f2f7b10-eno1.lease",
    "dhclient-6c0f3d0e-6a38-4a0e-9a55-0c6a1f2f7b10-eno1.lease", "timestamps", "seen-bssids",
  ])
  func garbageIsAGap(_ name: String) throws {
    let tree = try tree().file("var/lib/NetworkManager/\(name)", bytes: [0xff, 0, 1, 10, 0x41, 0x3d, 7])
    let found = try NetworkManagerStateCollector.run(on: tree)
    #expect(found.status == .incomplete)
    #expect(found.gaps.map(\.reason) == [.damaged])
  }

  @Test func aMissingOrEmptyStoreIsNamed() throws {
    let tree = try TemporaryTree().packages("network-manager")
    #expect(try NetworkManagerStateCollector.run(on: tree).reason == .expectedButAbsent)
    try tree.folder("var/lib/NetworkManager")
    #expect(try NetworkManagerStateCollector.run(on: tree).reason == .emptyStore)
    let none = try NetworkManagerStateCollector.run(on: TemporaryTree().packages("apt"))
    #expect(none.status == .doesNotExist)
  }

  @Test func anAccessPointListThatWasEmptiedIsNoDamage() throws {
    let tree = try tree().file("var/lib/NetworkManager/seen-bssids", "")
    #expect(try NetworkManagerStateCollector.run(on: tree).gaps.isEmpty)
    try tree.file("var/lib/NetworkManager/timestamps", "")
    #expect(try NetworkManagerStateCollector.run(on: tree).gaps.map(\.reason) == [.emptyStore])
  }
}
