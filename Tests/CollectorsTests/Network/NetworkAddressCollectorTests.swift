@testable import Collectors
import Facts
import LinuxHost
import TestSupport
import Testing

@Suite struct NetworkAddressCollectorTests {
  @Test func scopesAndDeclaredNetworks() throws {
    var options = CollectorOptions.test
    options.declaredLANs = ["10.20.0.0/16"]
    let result = try NetworkAddressCollector.run(on: NetworkFixture.tree().host(), options)
    let rows = result.rows(NetworkAddress.self)
    #expect(result.status == .complete)
    #expect(rows.map(\.scope) == [.loopback, .private, .link, .public, .private])
    #expect(rows.map(\.interface) == ["lo", "enp0s31f6", "enp0s31f6", "ppp0", "docker0"])
    #expect(rows.map(\.softwareOnly) == [true, false, false, false, true])
    #expect(rows.map(\.declaredLan) == [nil, "10.20.0.0/16", nil, nil, nil])
  }

  @Test func aDeclaredNetworkThatIsNoneIsAnError() throws {
    var options = CollectorOptions.test
    options.declaredLANs = ["10.20.0.0/60"]
    #expect(try NetworkAddressCollector.run(on: NetworkFixture.tree().host(), options).status == .error)
  }

  @Test func anAddressThatIsNoneIsAGap() throws {
    let state = NetworkState(addresses: [.init(linkIndex: 1, address: "10.0.0", prefixLength: 8)])
    let result = try NetworkAddressCollector.run(on: TemporaryTree().network(state).devices(""))
    #expect(result.status == .incomplete && result.reason == .damaged)
  }
}
