import Facts
import LinuxHost
import TestSupport
import Testing

@testable import Collectors

@Suite struct LinkCounterCollectorTests {
  private func tree(carrier: Bool, received: UInt64, kind: String? = nil) throws -> TemporaryTree {
    let link = NetworkState.Link(
      index: 2, name: "enp3s0", hardwareType: 1, flags: 4099, operstate: carrier ? "up" : "down",
      carrier: carrier, address: "02:00:5e:10:00:01", kind: kind, rxBytes: received)
    return try TemporaryTree(collectedAt: 1_782_867_600).network(NetworkState(links: [link]))
      .kernel("proc/stat", "cpu 1 2\nbtime 1782864000\n").devices("")
  }

  @Test func aCableThatWasPulledSinceTheStart() throws {
    let row = try #require(
      try LinkCounterCollector.run(on: tree(carrier: false, received: 900)).rows(NetworkContact.self).first)
    #expect(row.interface == "enp3s0" && row.grade == .b && row.kind == .networkTraffic)
    #expect(row.firstSeen == 1_782_864_000 && row.lastSeen == 1_782_867_600 && row.precision == 3600)
  }

  @Test("A link that is up is no history; a card and a bridge without data are none")
  func innocent() throws {
    for tree in try [
      tree(carrier: true, received: 900), tree(carrier: false, received: 0),
      tree(carrier: false, received: 900, kind: "bridge"),
    ] {
      #expect(try LinkCounterCollector.run(on: tree).rows(NetworkContact.self).isEmpty)
    }
  }

  @Test func aDiskHasNoCounters() throws {
    let result = try LinkCounterCollector.run(on: TemporaryTree())
    #expect(result.rows(NetworkContact.self).isEmpty && result.gaps.isEmpty)
  }
}
