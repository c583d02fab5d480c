@testable import Collectors
import Facts
import LinuxHost
import TestSupport
import Testing

@Suite struct NetworkRouteCollectorTests {
  @Test func namesDefaultRoutesHoweverTheyAreWritten() throws {
    var options = CollectorOptions.test
    options.declaredLANs = ["10.20.0.0/16"]
    let result = try NetworkRouteCollector.run(on: NetworkFixture.tree().host(), options)
    let rows = result.rows(NetworkRoute.self)
    #expect(result.status == .complete)
    #expect(rows.map(\.destination) == ["0.0.0.0/0", "10.20.0.0/24", "128.0.0.0/1", "2000::/3"])
    #expect(rows.map(\.isDefault) == [true, false, true, true])
    #expect(rows.map(\.interface) == ["enp0s31f6", "enp0s31f6", "tun0", "ppp0"])
    #expect(rows[0].gateway == "10.20.0.1" && rows[0].tableId == 254)
    #expect(rows.map(\.declaredLan) == [nil, "10.20.0.0/16", nil, nil])
  }

  @Test func aRecordingWithoutLinksIsNotCollected() throws {
    #expect(try NetworkRouteCollector.run(on: TemporaryTree()).status == .notCollected)
  }
}
