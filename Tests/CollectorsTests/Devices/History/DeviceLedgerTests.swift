import Facts
import TestSupport
import Testing

@testable import Collectors

/// One row for each physical device, and what is odd about the order of sessions.
@Suite struct DeviceLedgerTests {
  private func collect(_ log: String) throws -> Collected {
    let tree = try TemporaryTree().packages("rsyslog").file("var/log/syslog", log, at: 1_780_000_000)
    return try DeviceHistoryCollector.run(on: tree)
  }

  private func attach(
    _ clock: String, _ port: String, _ ids: String, serial: String? = nil, drivers: [String] = [],
    until end: String? = nil
  ) -> String {
    let parts = ids.split(separator: ":")
    var lines = [
      "\(clock) ws kernel: usb \(port): New USB device found, idVendor=\(parts[0]), idProduct=\(parts[1]), bcdDevice= 1.00"
    ]
    if let serial { lines.append("\(clock) ws kernel: usb \(port): SerialNumber: \(serial)") }
    for driver in drivers {
      let isKeyboard = driver == "keyboard"
      let text =
        isKeyboard
        ? "hid-generic 0003:\(ids.uppercased()).0001: input,hidraw0: USB HID v1.11 Keyboard [x] on usb-1/input0"
        : "\(driver) \(port):1.0: attached"
      lines.append("\(clock) ws kernel: \(text)")
    }
    if let end { lines.append("\(end) ws kernel: usb \(port): USB disconnect, device number 5") }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test(arguments: [
    ("04e8:6860", UsbKind.phone, Confidence.medium), ("05ac:12a8", .phone, .high),
    ("22d9:2764", .phone, .medium),
    ("04e8:6863", .tether, .high), ("18d1:4ee3", .tether, .high), ("2717:ff80", .tether, .high),
    ("12d1:1f01", .modem, .high), ("12d1:14db", .modem, .high), ("2c7c:0125", .modem, .high),
    ("1199:9079", .modem, .high), ("0781:5567", .storage, .medium), ("0951:1666", .storage, .medium),
    ("8564:1000", .storage, .medium), ("0bda:8179", .wifi, .high), ("0a12:0001", .bluetooth, .high),
    ("ffee:0001", .unknown, .low),
  ])
  func idsAloneTellTheKind(ids: String, kind: UsbKind, confidence: Confidence) throws {
    let rows = try collect(attach("Jun 20 10:00:00", "1-2", ids)).rows(UsbDeviceHistory.self)
    #expect(rows.map(\.kind) == [kind] && rows.map(\.confidence) == [confidence])
  }

  @Test func aPhoneInItsModesIsOneDevice() throws {
    let log =
      attach("Jun 20 10:00:00", "1-2", "04e8:6860", serial: "R58N30ABCDE", until: "Jun 20 10:01:00")
      + attach(
        "Jun 20 10:01:02", "1-2", "04e8:6863", serial: "R58N30ABCDE", drivers: ["rndis_host"],
        until: "Jun 20 10:09:00")
    let rows = try collect(log).rows(UsbDeviceHistory.self)
    #expect(rows.map(\.modes) == ["6860,6863"] && rows.map(\.kind) == [.tether])
    #expect(rows.map(\.occurrences) == [2])
  }

  @Test func aStickBeforeAndAfterModeswitchIsOneDevice() throws {
    let log =
      attach(
        "Jun 20 10:00:00", "1-2", "12d1:1f01", serial: "0123456789ABCDEF", drivers: ["usb-storage"],
        until: "Jun 20 10:00:05")
      + attach("Jun 20 10:00:07", "1-2", "12d1:14db", drivers: ["cdc_ether"], until: "Jun 20 11:00:00")
    let rows = try collect(log).rows(UsbDeviceHistory.self)
    #expect(rows.map(\.modes) == ["14db,1f01"] && rows.map(\.kind) == [.modem])
  }

  @Test func twoSticksWithoutASerialAreNeverOne() throws {
    let log =
      attach("Jun 20 10:00:00", "1-2", "1221:3234", drivers: ["usb-storage"], until: "Jun 20 10:00:05")
      + attach("Jun 20 10:00:09", "1-3", "1221:3234", drivers: ["usb-storage"])
      + attach("Jun 20 10:00:20", "1-2", "1221:9999", drivers: ["usb-storage"])
    #expect(try collect(log).rows(UsbDeviceHistory.self).count == 3)
  }

  private func suspicions(_ log: String) throws -> [Suspicion] {
    try collect(log).rows(UsbSuspicion.self).map(\.suspicion)
  }

  private let boot = "Jun 20 09:00:00 ws kernel: Linux version 6.1.0\n"

  @Test func disguisedDevicesAreNamed() throws {
    let keyboard = attach("Jun 20 09:00:05", "1-1", "046d:c31c", drivers: ["keyboard"])
    #expect(
      try suspicions(attach("Jun 20 10:00:00", "1-2", "1234:0001", drivers: ["usb-storage", "keyboard"]))
        == [.keyboardWithStorage])
    #expect(
      try suspicions(attach("Jun 20 10:00:00", "1-2", "1234:0001", drivers: ["cdc_ether", "keyboard"]))
        == [.keyboardWithNetwork])
    #expect(
      try suspicions(attach("Jun 20 10:00:00", "1-2", "0781:5567", drivers: ["keyboard"]))
        == [.keyboardOfStorageVendor])
    #expect(
      try suspicions(
        attach("Jun 20 10:00:00", "1-2", "1234:0001", drivers: ["usb-storage"], until: "Jun 20 10:00:10")
          + attach("Jun 20 10:00:12", "1-2", "1234:0002", drivers: ["keyboard"])) == [.storageBecameKeyboard])
    #expect(
      try suspicions(
        boot + keyboard + attach("Jun 20 10:00:00", "1-2", "1234:0001", drivers: ["usb-storage"])
          + attach("Jun 20 10:00:01", "1-3", "1234:0002", drivers: ["keyboard"])) == [.suddenKeyboard])
  }

  @Test func innocentTwins() throws {
    let keyboard = attach("Jun 20 09:00:05", "1-1", "046d:c31c", drivers: ["keyboard"])
    let second = attach("Jun 20 09:00:06", "1-3", "413c:2113", drivers: ["keyboard"])
    #expect(try suspicions(boot + keyboard + second).isEmpty, "at boot")
    #expect(
      try suspicions(
        boot + keyboard + attach("Jun 20 10:00:00", "1-4", "0bda:5411")
          + attach("Jun 20 10:00:01", "1-4.1", "413c:2113", drivers: ["keyboard"])
      ).isEmpty, "behind a dock")
    #expect(
      try suspicions(
        attach("Jun 20 10:00:00", "1-2", "1234:0001", drivers: ["usb-storage"], until: "Jun 20 10:00:10")
          + attach("Jun 20 10:05:00", "1-2", "413c:2113", drivers: ["keyboard"])
      ).isEmpty, "a keyboard after a stick")
    #expect(
      try suspicions(
        attach("Jun 20 10:00:00", "1-2", "04e8:6860", serial: "R58N30ABCDE", until: "Jun 20 10:01:00")
          + attach("Jun 20 10:01:02", "1-2", "04e8:6863", serial: "R58N30ABCDE", drivers: ["rndis_host"])
      ).isEmpty, "a phone that changes its mode")
  }
}
