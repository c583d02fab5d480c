import Facts
import TestSupport
import Testing

@testable import Collectors

/// Volumes, other buses, recording devices, printers and the register.
@Suite struct PeripheralCollectorTests {
  private let usb = "/devices/pci0000:00/0000:00:14.0/usb1/1-3"

  @Test func volumesOfRemovableMedia() throws {
    let text = """
      P: \(usb)
      E: SUBSYSTEM=usb
      E: DEVTYPE=usb_device
      A: idVendor=0781
      A: idProduct=5567

      P: \(usb)/1-3:1.0/host6/target6:0:0/6:0:0:0/block/sdb
      E: SUBSYSTEM=block
      E: DEVTYPE=disk
      A: removable=1
      A: size=67584

      P: \(usb)/1-3:1.0/host6/target6:0:0/6:0:0:0/block/sdb/sdb1
      E: SUBSYSTEM=block
      E: DEVTYPE=partition
      E: ID_FS_LABEL=USB MAT
      E: ID_FS_TYPE=vfat
      A: size=65536

      P: /devices/pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda
      E: SUBSYSTEM=block
      E: DEVTYPE=disk
      A: removable=0
      A: size=1000000

      """
    let rows = try PeripheralCollector.run(on: TemporaryTree().devices(text)).rows(RemovableVolume.self)
    #expect(rows.map(\.device) == ["sdb", "sdb1"])
    #expect(rows.map(\.partition) == [nil, 1])
    #expect(rows[1].label == "USB MAT" && rows[1].port == "1-3" && rows[1].size == 65_536 * 512)
  }

  @Test func otherBuses() throws {
    let text = """
      P: /devices/pci0000:00/0000:00:0d.2/domain0/0-0
      E: SUBSYSTEM=thunderbolt
      E: DEVTYPE=thunderbolt_device

      P: /devices/pci0000:00/0000:00:0d.2/domain0/0-0/0-1
      E: SUBSYSTEM=thunderbolt
      E: DEVTYPE=thunderbolt_device
      A: vendor_name=Lenovo
      A: device_name=ThinkPad Thunderbolt 3 Dock
      A: unique_id=c6010000-0000-1234-ffff-ffffffffffff

      P: /devices/pci0000:00/0000:02:00.0/mmc_host/mmc0/mmc0:aaaa
      E: SUBSYSTEM=mmc
      A: type=SD
      A: name=SC32G
      A: serial=0x1234abcd

      P: /devices/pci0000:00/0000:03:00.0
      E: SUBSYSTEM=pci
      A: class=0x0d4000

      """
    let rows = try PeripheralCollector.run(on: TemporaryTree().devices(text)).rows(Peripheral.self)
    #expect(Set(rows.map(\.kind)) == [.thunderbolt, .memoryCard, .modem])
    #expect(rows.first { $0.kind == .thunderbolt }?.model == "ThinkPad Thunderbolt 3 Dock")
  }

  @Test func microphonesAndCameras() throws {
    let text = """
      P: /devices/pci0000:00/0000:00:1f.3
      E: SUBSYSTEM=pci
      E: ID_MODEL_FROM_DATABASE=HD Audio
      A: class=0x040300

      P: /devices/pci0000:00/0000:00:1f.3/sound/card0/pcmC0D0c
      E: SUBSYSTEM=sound

      P: /devices/pci0000:00/0000:00:1f.3/sound/card0/pcmC0D0p
      E: SUBSYSTEM=sound

      P: \(usb)
      E: SUBSYSTEM=usb
      E: DEVTYPE=usb_device
      A: removable=fixed
      A: product=Integrated Camera

      P: \(usb)/1-3:1.0/video4linux/video0
      E: SUBSYSTEM=video4linux
      E: ID_V4L_CAPABILITIES=:capture:
      A: name=Integrated Camera

      P: \(usb)/1-3:1.0/video4linux/video1
      E: SUBSYSTEM=video4linux
      E: ID_V4L_CAPABILITIES=:

      """
    let rows = try RecordingDeviceCollector.run(on: TemporaryTree().devices(text)).rows(RecordingDevice.self)
    #expect(rows.map(\.kind) == [.microphone, .camera])
    #expect(rows.map(\.builtIn) == [true, true])
    #expect(rows.map(\.name) == ["HD Audio", "Integrated Camera"])
  }

  @Test(arguments: [
    ("usb://HP/LaserJet%201020?serial=FN0A1B2", PrinterConnection.usb, "usb://HP"),
    ("ipp://nam:matkhau@192.0.2.7:631/ipp/print", .network, "ipp://192.0.2.7:631"),
    ("socket://192.0.2.8", .network, "socket://192.0.2.8"),
    ("hp:/net/DeskJet?ip=192.0.2.9", .network, "hp://net"),
    ("hp:/usb/DeskJet?serial=1", .usb, "hp://usb"),
    ("ipp://localhost:60000/ipp/print", .usb, "ipp://localhost:60000"),
    ("dnssd://Brother._ipp._tcp.local/", .network, "dnssd://Brother._ipp._tcp.local"),
    ("cups-pdf:/", .local, "cups-pdf://"), ("parallel:/dev/lp0", .line, "parallel://dev"),
  ])
  func placesOfPrinters(uri: String, connection: PrinterConnection, address: String) throws {
    let text = "<DefaultPrinter P1>\nMakeModel HP LaserJet\nDeviceURI \(uri)\n</Printer>\n"
    let rows = try PrinterCollector.run(on: TemporaryTree().file("etc/cups/printers.conf", text)).rows(
      Printer.self)
    #expect(rows.map(\.connection) == [connection] && rows.map(\.address) == [address])
    #expect(rows.map(\.model) == ["HP LaserJet"] && rows.map(\.name) == ["P1"])
  }

  @Test func scannersOfTheNetwork() throws {
    let tree = try TemporaryTree().file("etc/sane.d/net.conf", "# hosts\nconnect_timeout = 60\n192.0.2.20\n")
      .file("etc/sane.d/epson2.conf", "net autodiscovery\nusb\n")
    let rows = try PrinterCollector.run(on: tree).rows(Printer.self)
    #expect(rows.map(\.name) == ["192.0.2.20"] && rows.map(\.connection) == [.network])
  }

  @Test func withoutPrintersNothingIsMissing() throws {
    #expect(try PrinterCollector.run(on: TemporaryTree()).status == .complete)
    #expect(
      try PrinterCollector.run(on: TemporaryTree().fifo("etc/cups/printers.conf")).status == .incomplete)
  }

  private func device(_ change: (inout RegisteredDevice) -> Void) -> RegisteredDevice {
    var device = RegisteredDevice(
      vendorId: "0781", productId: "5567", serial: "4C53", identity: "0781:5567:4C53", owner: "A", unit: "B",
      purpose: .secret, origin: .purchased, inspectedBy: "C", inspectedAt: 10, registeredAt: 10,
      validUntil: 100,
      standing: .valid, key: "k")
    change(&device)
    return device
  }

  @Test func standings() throws {
    func standing(_ time: Int64, _ change: (inout RegisteredDevice) -> Void = { _ in }) -> DeviceStanding {
      RegisterState.standing(device(change), at: time)
    }
    #expect(standing(50) == .valid)
    #expect(standing(101) == .expired)
    #expect(standing(50) { $0.revokedAt = 40 } == .revoked)
    #expect(standing(50) { $0.revokedAt = 60 } == .valid)
    #expect(standing(50) { $0.identity = nil } == .noIdentity)
    #expect(standing(50) { $0.inspectedAt = nil } == .notInspected)
    #expect(
      standing(50) {
        $0.inspectedAt = nil; $0.origin = .giftForeign
      } == .giftNotInspected)
  }

  @Test(arguments: [
    ("4C530001230104117203", true), ("R58N30ABCDE", true), ("", false), ("0123456789ABCDEF", false),
    ("000000000001", false), ("123456", false), ("0000", false), ("11111111", false),
    ("SerialNumber", false), ("A1B2", true), ("0101010101", false),
  ])
  func serialsOfTheirOwn(serial: String, isOwn: Bool) {
    #expect(UsbIdentity.isOwn(serial) == isOwn)
  }
}
