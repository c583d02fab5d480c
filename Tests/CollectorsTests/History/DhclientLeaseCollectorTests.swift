import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct DhclientLeaseCollectorTests {
  private let lease = """
    default-duid "\\000\\001";
    lease {
      interface "eno1";
      fixed-address 192.168.1.50;
      option routers 192.168.1.1;
      option dhcp-server-identifier 192.168.1.1;
      renew 4 2026/05/21 03:00:00;
      expire 4 2026/05/21 08:00:00;
    }
    """

  @Test func readsALeaseInUTC() throws {
    let tree = try TemporaryTree().packages("isc-dhcp-client").file(
      "var/lib/dhcp/dhclient.eno1.leases", lease)
    let found = try DhclientLeaseCollector.run(on: tree)
    let rows: [NetworkContact] = found.rows()
    #expect(found.status == .complete)
    #expect(rows.map(\.peer) == ["192.168.1.1"])
    #expect(rows.map(\.interface) == ["eno1"])
    #expect(rows.map(\.grade) == [.a])
    #expect(rows.map(\.lastSeen) == [1_779_332_400])
  }

  @Test func aFileWithoutALeaseIsAnAttempt() throws {
    let tree = try TemporaryTree().packages("isc-dhcp-client")
      .file("var/lib/dhcp/dhclient.eno1.leases", "default-duid \"\\000\\001\";\n")
    let rows: [NetworkContact] = try DhclientLeaseCollector.run(on: tree).rows()
    #expect(rows.map(\.kind) == [.dhcpAttempt])
    #expect(rows.map(\.grade) == [.c])
  }

  @Test(arguments: [
    ("garbage \u{1}\n", Reason.damaged), ("lease {\n  interface", .damaged), ("", .emptyStore),
  ])
  func faultsAreGaps(_ text: String, _ reason: Reason) throws {
    let tree = try TemporaryTree().packages("isc-dhcp-client").file("var/lib/dhcp/dhclient.leases", text)
    let found = try DhclientLeaseCollector.run(on: tree)
    #expect(found.gaps.map(\.reason) == [reason])
    #expect(found.status == .incomplete)
  }

  @Test func absenceIsKnownOrNamed() throws {
    let tree = try TemporaryTree().packages("isc-dhcp-client")
    #expect(try DhclientLeaseCollector.run(on: tree).reason == .expectedButAbsent)
    #expect(try DhclientLeaseCollector.run(on: tree.folder("var/lib/dhcp")).status == .complete)
    #expect(try DhclientLeaseCollector.run(on: TemporaryTree().packages("apt")).status == .doesNotExist)
  }
}
