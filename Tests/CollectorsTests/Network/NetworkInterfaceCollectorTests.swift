@testable import Collectors
import Facts
import LinuxHost
import TestSupport
import Testing

@Suite struct NetworkInterfaceCollectorTests {
  @Test func tellsHardwareFromSoftware() throws {
    let result = try NetworkInterfaceCollector.run(on: NetworkFixture.tree())
    #expect(result.status == .complete)
    let rows = result.rows(NetworkInterface.self)
    #expect(rows.map(\.name) == NetworkFixture.state.links.map(\.name))
    #expect(rows.map(\.kind) == [.loopback, .ethernet, .wifi, .bridge, .ppp, .tunnel, .virtual, .ethernet])
    #expect(rows.map(\.softwareOnly) == [true, false, false, true, false, true, true, false])
    let card = rows[1]
    #expect(card.carrier && card.adminUp && card.driver == "e1000e" && card.bus == "pci")
    #expect(card.address == "02:00:5e:10:00:01" && card.rxBytes == 10 && card.txBytes == 20)
    #expect(rows[0].address == nil)
    #expect(rows[2].driver == "iwlwifi" && !rows[2].carrier && rows[2].adminUp)
  }

  /// The monitor of simulated radios has the hardware type of Wi-Fi and nothing behind it.
  @Test func wifiWithoutHardwareIsSoftware() throws {
    let link = NetworkState.Link(
      index: 9, name: "hwsim0", hardwareType: 803, flags: 0x1002, operstate: "down", carrier: false)
    let tree = try TemporaryTree().network(NetworkState(links: [link]))
      .devices("P: /devices/virtual/net/hwsim0\nE: SUBSYSTEM=net\nA: ifindex=9\n")
    let row = try NetworkInterfaceCollector.run(on: tree.host()).rows(NetworkInterface.self).first
    #expect(row?.kind == .wifi && row?.softwareOnly == true)
  }

  @Test func aMountedDiskHasNoLinks() throws {
    let tree = try TemporaryTree()
    let result = try NetworkInterfaceCollector.run(on: RootHost(root: tree.real("/"), hardware: true))
    #expect(result.status == .notCollected && result.reason == .needsRunningKernel)
  }

  @Test func linksWithoutDevicesAreNotJudged() throws {
    let tree = try TemporaryTree().network(NetworkFixture.state)
    #expect(try NetworkInterfaceCollector.run(on: tree).status == .notCollected)
  }
}
