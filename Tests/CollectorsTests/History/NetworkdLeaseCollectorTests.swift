import Facts
import LinuxHost
import TestSupport
import Testing

@testable import Collectors

@Suite struct NetworkdLeaseCollectorTests {
  private let unit = "etc/systemd/system/multi-user.target.wants/systemd-networkd.service"

  @Test func readsALease() throws {
    let link = NetworkState.Link(
      index: 2, name: "eno1", hardwareType: 1, flags: 0, operstate: "up", carrier: true)
    let tree = try TemporaryTree().packages("systemd").network(NetworkState(links: [link]))
      .file(
        "run/systemd/netif/leases/2",
        "# This is private data. Do not parse.\nADDRESS=10.0.0.5\nSERVER_ADDRESS=10.0.0.1\n")
    let rows: [NetworkContact] = try NetworkdLeaseCollector.run(on: tree).rows()
    #expect(rows.map(\.interface) == ["eno1"])
    #expect(rows.map(\.peer) == ["10.0.0.1"])
    #expect(rows.map(\.peerIsPublic) == [false])
    #expect(rows.map(\.grade) == [.a])
  }

  @Test func garbageIsAGap() throws {
    let tree = try TemporaryTree().packages("systemd").file("run/systemd/netif/leases/2", "rubbish")
    #expect(try NetworkdLeaseCollector.run(on: tree).gaps.map(\.reason) == [.damaged])
  }

  @Test func anEnabledClientWithoutAStoreIsNamed() throws {
    let tree = try TemporaryTree().packages("systemd")
    #expect(try NetworkdLeaseCollector.run(on: tree).status == .doesNotExist)
    try tree.link(unit, to: "/lib/systemd/system/systemd-networkd.service")
    #expect(try NetworkdLeaseCollector.run(on: tree).status == .incomplete)
  }
}
