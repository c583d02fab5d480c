@testable import Collectors
import Facts
import Foundation
import LinuxHost
import TestSupport
import Testing

/// The collectors over the machine that the tests run on, whatever it is.
@Suite struct LiveCollectorsTests {
  private static let collectors: [any Collector.Type] = [
    MachineIdentityCollector.self, OperatingSystemCollector.self, NetworkInterfaceCollector.self,
    NetworkAddressCollector.self, NetworkRouteCollector.self, DnsServerCollector.self, RadioCollector.self,
    UsbDeviceCollector.self, AntivirusCollector.self,
  ]

  @Test func everyCollectorReachesTheRunningMachine() throws {
    let host = try LiveHost()
    for collector in Self.collectors {
      let result = try collector.run(on: host)
      #expect(
        [.complete, .doesNotExist, .incomplete].contains(result.status),
        "\(collector.name): \(result.reason) \(result.record.detail)")
    }
  }

  @Test func theLoopbackIsThereAndSoftwareOnly() throws {
    let rows = try NetworkInterfaceCollector.run(on: LiveHost()).rows(NetworkInterface.self)
    #expect(rows.contains { $0.name == "lo" && $0.kind == .loopback && $0.softwareOnly })
  }

  private static let isInside = InnerRun.isInside("no-devices")

  @Test(.enabled(if: geteuid() == 0 && !isInside, "a mount namespace needs root"))
  func withoutTheKernelsDeviceTreeNothingIsClean() throws {
    let result = try InnerRun.run(
      "no-devices",
      wrapper: ["/usr/bin/unshare", "-m", "/bin/sh", "-c", "mount -t tmpfs none /sys && exec \"$@\"", "sh"],
      filter: "LiveCollectorsTests/anEmptyDeviceTreeIsAnError")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("with 1 test"), "\(result.output)")
  }

  @Test(.enabled(if: isInside))
  func anEmptyDeviceTreeIsAnError() throws {
    let host = try LiveHost()
    #expect(try RadioCollector.run(on: host).status == .error)
    #expect(try UsbDeviceCollector.run(on: host).status == .error)
    #expect(try NetworkInterfaceCollector.run(on: host).status == .error)
    #expect(try MachineIdentityCollector.run(on: host).status == .error)
  }
}
