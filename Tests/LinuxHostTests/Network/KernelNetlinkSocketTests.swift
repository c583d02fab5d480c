import Foundation
import LinuxHost
import TestSupport
import Testing

@Suite struct KernelNetlinkSocketTests {
  @Test func theLoopbackOfThisMachineIsThere() throws {
    let state = try NetlinkSession(KernelNetlinkSocket()).state()
    #expect(state.links.contains { $0.name == "lo" && $0.hardwareType == 772 })
  }

  private static let isInside = InnerRun.isInside("network-namespace")

  @Test(.enabled(if: geteuid() == 0 && !isInside, "a network namespace needs root"))
  func seesTheLinksOfItsNamespace() throws {
    let result = try InnerRun.run(
      "network-namespace", wrapper: ["/usr/bin/unshare", "-n"],
      filter: "KernelNetlinkSocketTests/seesNewLinks")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("with 1 test"), "\(result.output)")
  }

  @Test(.enabled(if: isInside))
  func seesNewLinks() throws {
    for command in [
      "link add left type veth peer name right", "link add across type bridge", "link set right up",
      "link set left up", "address add 192.0.2.7/24 dev left", "route add default via 192.0.2.1",
      "address add 2001:db8::7/64 dev left nodad",
      "route add 203.0.113.0/24 nexthop via 192.0.2.2 nexthop via 192.0.2.3",
    ] {
      let result = try BoundedProcess.run(
        ProgramCall(
          "/sbin/ip", command.split(separator: " ").map(String.init), seconds: 20, rights: .root))
      try #require(result.status == 0, "ip \(command): \(result.output)")
    }
    let state = try NetlinkSession(KernelNetlinkSocket()).state()
    #expect(Set(state.links.map(\.name)) == ["lo", "left", "right", "across"])
    let left = try #require(state.links.first { $0.name == "left" })
    #expect(left.kind == "veth" && left.carrier && left.operstate == "up")
    #expect(state.links.first { $0.name == "across" }?.kind == "bridge")
    #expect(state.addresses.contains { $0.address == "192.0.2.7" && $0.linkIndex == left.index })
    #expect(state.addresses.contains { $0.address == "2001:db8::7" && $0.prefixLength == 64 })
    let defaults = state.routes.filter { $0.prefixLength == 0 && $0.type == 1 }
    #expect(defaults.map(\.gateway) == ["192.0.2.1"])
    #expect(
      state.routes.filter { $0.destination == "203.0.113.0" }.compactMap(\.gateway).sorted()
        == ["192.0.2.2", "192.0.2.3"])
  }
}
