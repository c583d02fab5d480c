import Facts
import LinuxHost
import TestSupport
import Testing

@testable import Collectors

@Suite struct DeviceHistoryCollectorTests {
  private let day: Int64 = 1_779_275_535

  private func attach(
    _ time: Int64, _ ids: (String, String), port: String = "1-2", name: String = "", serial: String = "",
    _ lines: [(String, String)]
  ) -> [JournalMaker.Entry] {
    var found: [JournalMaker.Entry] = [
      .init(time, "kernel", "usb \(port): new high-speed USB device number 5 using xhci_hcd"),
      .init(
        time, "kernel",
        "usb \(port): New USB device found, idVendor=\(ids.0), idProduct=\(ids.1), bcdDevice= 1.00"),
    ]
    if !name.isEmpty { found.append(.init(time, "kernel", "usb \(port): Product: \(name)")) }
    if !serial.isEmpty { found.append(.init(time, "kernel", "usb \(port): SerialNumber: \(serial)")) }
    found += lines.map { .init(time + 1, $0.0, $0.1) }
    found.append(.init(time + 60, "kernel", "usb \(port): USB disconnect, device number 5"))
    return found
  }

  private func devices(_ entries: [JournalMaker.Entry], installed: Int64 = 1_700_000_000) throws
    -> [UsbDeviceHistory]
  {
    let tree = try TemporaryTree().packages("systemd").file("etc/machine-id", "x", at: installed).journal(
      entries)
    let found = try DeviceHistoryCollector.run(on: tree)
    #expect(found.status == .complete)
    return found.rows()
  }

  @Test func mergesTheTimesOfOneStick() throws {
    let line = ("kernel", "usb-storage 1-2:1.0: USB Mass Storage device detected")
    let entries =
      attach(day, ("0951", "1666"), name: "DataTraveler", serial: "60A44C", [line])
      + attach(day + 500, ("0951", "1666"), port: "1-3", name: "DataTraveler", serial: "60A44C", [])
      + attach(day + 900, ("0951", "1666"), name: "DataTraveler", serial: "77B001", [line])
    let rows = try devices(entries)
    #expect(rows.map(\.serial) == ["60A44C", "77B001"])
    #expect(rows.map(\.occurrences) == [2, 1])
    #expect(rows.map(\.kind) == [.storage, .storage])
    #expect(rows.map(\.confidence) == [.high, .high])
    #expect(rows.first?.firstSeen == day)
    #expect(rows.first?.lastSeen == day + 560)
    #expect(rows.first?.port == "1-3")
  }

  struct Example: Sendable, CustomTestStringConvertible {
    var vendor: String
    var product: String
    var name = ""
    var program = "kernel"
    var line: String
    var kind: UsbKind
    var confidence: Confidence
    var testDescription: String { "\(vendor):\(product) \(line)" }
  }

  static let examples: [Example] = [
    .init(
      vendor: "04e8", product: "6863",
      line: "rndis_host 1-2:1.0 usb0: register 'rndis_host' at usb-1, RNDIS device, x",
      kind: .tether, confidence: .high),
    .init(
      vendor: "12d1", product: "1506", line: "option 1-2:1.0: GSM modem (1-port) converter detected",
      kind: .modem,
      confidence: .high),
    .init(
      vendor: "12d1", product: "14db",
      line: "cdc_ether 1-2:1.0 eth1: register 'cdc_ether' at usb-1, CDC Ethernet Device, x",
      kind: .modem, confidence: .high),
    .init(
      vendor: "0bda", product: "8153", line: "cdc_ncm 1-2:2.0 eth1: register 'cdc_ncm' at usb-1, CDC NCM, x",
      kind: .ethernet, confidence: .high),
    .init(
      vendor: "05ac", product: "12a8", line: "ipheth 1-2:4.2: Apple iPhone USB Ethernet device attached",
      kind: .phone,
      confidence: .high),
    .init(
      vendor: "04e8", product: "6860", name: "SAMSUNG_Android", program: "mtp-probe",
      line: "bus: 1, device: 5 was an MTP device", kind: .phone, confidence: .high),
    .init(
      vendor: "1234", product: "0001", program: "mtp-probe", line: "bus: 1, device: 5 was not an MTP device",
      kind: .unknown, confidence: .low),
    .init(
      vendor: "04e8", product: "61f5", name: "Portable SSD T5", line: "scsi host6: uas", kind: .storage,
      confidence: .high),
    .init(
      vendor: "046d", product: "c52b",
      line:
        "hid-generic 0003:046D:C52B.0001: input,hidraw0: USB HID v1.11 Keyboard [Logitech] on usb-0000/input0",
      kind: .wirelessHid, confidence: .high),
    .init(vendor: "2717", product: "ff48", line: "nothing more", kind: .phone, confidence: .medium),
    .init(
      vendor: "12d1", product: "1f01", line: "usb-storage 1-2:1.0: USB Mass Storage device detected",
      kind: .modem,
      confidence: .high),
    .init(
      vendor: "12d1", product: "14dc", line: "usb-storage 1-2:1.2: USB Mass Storage device detected",
      kind: .modem,
      confidence: .high),
    .init(
      vendor: "0bda", product: "8179", name: "802.11n NIC", line: "nothing more", kind: .wifi,
      confidence: .high),
    .init(vendor: "0a12", product: "0001", line: "nothing more", kind: .bluetooth, confidence: .high),
    .init(vendor: "04a9", product: "32bb", line: "nothing more", kind: .camera, confidence: .medium),
  ]

  @Test(arguments: examples) func classifies(_ example: Example) throws {
    let rows = try devices(
      attach(day, (example.vendor, example.product), name: example.name, [(example.program, example.line)]))
    try #require(rows.count == 1)
    #expect(rows[0].kind == example.kind)
    #expect(rows[0].confidence == example.confidence)
  }

  @Test func aSerialOfAWholeSeriesIsNoIdentity() throws {
    let rows = try devices(
      attach(day, ("abcd", "1234"), serial: "0123456789ABCDEF", [])
        + attach(day + 100, ("abcd", "1234"), port: "1-4", serial: "0123456789ABCDEF", []))
    #expect(rows.map(\.port) == ["1-2", "1-4"])
  }

  @Test func givesTheRightYearAndCountsALineOnce() throws {
    let written: Int64 = 1_767_200_000
    let tree = try TemporaryTree().packages("rsyslog").file("var/log/kern.log", Self.newYear, at: written)
      .file("var/log/syslog", Self.newYear, at: written)
    let found = try DeviceHistoryCollector.run(on: tree)
    let rows: [UsbDeviceHistory] = found.rows()
    #expect(found.status == .complete)
    #expect(rows.map(\.kind) == [.storage])
    #expect(rows.map(\.occurrences) == [1])
    #expect(rows.map(\.firstSeen) == [CivilTime(digits: "2025 12 31 16 50 0")?.utc])
    #expect(rows.map(\.lastSeen) == [CivilTime(digits: "2025 12 31 17 10 0")?.utc])
  }

  @Test func faultsEndAsGaps() throws {
    let tree = try TemporaryTree().packages("rsyslog").file("var/log/kern.log", Self.newYear).fifo(
      "var/log/syslog")
    let found = try DeviceHistoryCollector.run(on: tree)
    #expect(found.status == .incomplete)
    #expect(found.gaps.map(\.reason) == [.notRegularFile])
    #expect(found.rows(UsbDeviceHistory.self).count == 1)
  }

  private static let newYear = """
    Dec 31 23:50:00 ws kernel: [  100.5] usb 1-2: New USB device found, idVendor=0951, idProduct=1666, bcdDevice= 1.00
    Dec 31 23:50:00 ws kernel: [  100.5] usb 1-2: SerialNumber: 60A44C
    Dec 31 23:50:01 ws kernel: [  101.5] usb-storage 1-2:1.0: USB Mass Storage device detected
    Jan  1 00:10:00 ws kernel: [ 1300.5] usb 1-2: USB disconnect, device number 5

    """

  @Test func rootHubsAreNoDevices() throws {
    let line = "usb usb1: New USB device found, idVendor=1d6b, idProduct=0002, bcdDevice= 6.01"
    #expect(try devices([.init(day, "kernel", line)]).isEmpty)
  }

  @Test func devicesOfTheFactoryAreMarked() throws {
    let rows = try devices(attach(day, ("0951", "1666"), []), installed: day + 1000)
    #expect(rows.map(\.beforeInstall) == [true])
  }
}
