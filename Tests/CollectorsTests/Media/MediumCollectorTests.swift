@testable import Collectors
import Facts
import Foundation
@testable import LinuxHost
import TestSupport
import Testing

@Suite struct MediumCollectorTests {
  private static let usb = "/devices/pci0000:00/0000:00:14.0/usb1/1-3"

  private func devices(serial: String) -> [Device] {
    [
      Device(
        syspath: Self.usb, subsystem: "usb", type: "usb_device",
        attributes: [
          "idVendor": "0781", "idProduct": "5567", "manufacturer": "SanDisk", "product": "Cruzer",
          "serial": serial,
        ]),
      Device(
        syspath: "\(Self.usb)/1-3:1.0/host2/target2:0:0/2:0:0:0/block/sdb", subsystem: "block", type: "disk",
        properties: ["MAJOR": "8", "MINOR": "16"], attributes: ["size": "1000"]),
    ]
  }

  private func medium(
    _ source: OpenedMedium.Source, problems: [OpenedMedium.Problem] = []
  ) throws -> OpenedMedium {
    let tree = try TemporaryTree()
    return OpenedMedium(
      name: "/dev/sdb", source: source, files: try FileTree(root: tree.real("/")),
      volumes: [.init(path: "/", fileSystem: "vfat")], problems: problems)
  }

  private func row(
    _ serial: String, _ options: CollectorOptions = .test
  ) throws -> (row: Medium, status: CollectionStatus) {
    let host = MediumHost(try medium(.device("8:16")), devices: devices(serial: serial))
    let result = try MediumCollector.run(on: host, options)
    return (try #require(result.rows(Medium.self).first), result.status)
  }

  @Test func aStickIsNamedByItsUsbDevice() throws {
    let (row, status) = try row("4C530001230104117203")
    #expect(status == .complete)
    #expect(row.medium == .usbStorage && row.vendorId == "0781" && row.productId == "5567")
    #expect(row.identity == "0781:5567:4C530001230104117203" && row.standing == .unregistered)
    #expect(row.size == 512_000 && row.fileSystems == "vfat")
  }

  @Test func theRegisterIsAsked() throws {
    var options = CollectorOptions.test
    let now = Int64(Date().timeIntervalSince1970)
    options.registeredDevices = [
      RegisteredDevice(
        vendorId: "0781", productId: "5567", serial: "4C530001230104117203",
        identity: "0781:5567:4C530001230104117203", owner: "A", unit: "B", purpose: .secret,
        origin: .purchased, inspectedBy: "C", inspectedAt: now - 100, registeredAt: now - 100,
        validUntil: now + 1000, standing: .valid, key: "k")
    ]
    let registered = try row("4C530001230104117203", options).row
    #expect(registered.standing == .valid && registered.purpose == .secret)
    #expect(try row("0123456789ABCDEF", options).row.standing == .noIdentity)
  }

  @Test(arguments: [OpenedMedium.Source.folder, .image, .device("7:99")])
  func withoutADeviceNothingIsConcluded(source: OpenedMedium.Source) throws {
    let host = MediumHost(try medium(source), devices: devices(serial: "A"))
    let result = try MediumCollector.run(on: host)
    #expect(result.status == .incomplete && result.rows(Medium.self).count == 1)
  }

  @Test func aPartThatCannotBeReadIsAGapInEveryTable() throws {
    let problem = OpenedMedium.Problem(path: "/dev/sdb2", reason: .encrypted, detail: "LUKS")
    let host = MediumHost(
      try medium(.device("8:16"), problems: [problem]), devices: devices(serial: "4C530001230104117203"))
    for type in [MediumCollector.self, MediumTraceCollector.self, MediumMalwareCollector.self]
      as [any Collector.Type]
    {
      let result = try Collected(type.tables) { try type.init(.test).collect(from: host, into: $0) }
      #expect(result.status == .incomplete && result.gaps.map(\.reason) == [.encrypted], "\(type)")
    }
  }
}
