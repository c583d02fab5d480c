import Facts
import Journal
import TestSupport
import Testing

@testable import Collectors

@Suite struct WatchedLinkCollectorTests {
  private func rows(_ event: JournalEvent) throws -> [NetworkContact] {
    try WatchedTree([(1_779_246_600, event)]).run(WatchedLinkCollector.self).rows()
  }

  @Test func aLinkThatCameUp() throws {
    let row = try #require(try rows(JournalEvent(.linkChanged, ["link": "enp3s0", "carrier": "1"])).first)
    #expect(row.kind == .linkUp && row.grade == .b && row.interface == "enp3s0")
    #expect(row.firstSeen == 1_779_246_600)
  }

  @Test func aBridge() throws {
    #expect(
      try rows(JournalEvent(.linkChanged, ["link": "virbr0", "kind": "bridge", "carrier": "1"])).isEmpty)
    #expect(try rows(JournalEvent(.linkAdded, ["link": "enp3s0", "carrier": "0"])).isEmpty)
  }
}
