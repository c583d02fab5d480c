import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct WindowsStoreTests {
  private static let properties = "Properties\\{83da6326-97a6-4088-9453-a1923f573b29}"

  /// The FILETIME of 20 May 2026, 03:10:00 UTC.
  private static let may: [UInt8] = {
    withUnsafeBytes(of: ((1_779_246_600 + 11_644_473_600) * 10_000_000 as Int64).littleEndian, Array.init)
  }()

  private func rows(_ usb: [HiveBuilder.Key], _ folder: String = "mnt/d/") throws -> [UsbDeviceHistory] {
    let disk = HiveBuilder.Key.path(
      "Enum\\USBSTOR\\Disk&Ven_SanDisk&Prod_Ultra\\4C530001230912&0",
      [.text("FriendlyName", "SanDisk Ultra USB Device")])
    let hive = HiveBuilder.hive([
      .init("Select", [.number("Current", 1)]),
      .init("ControlSet001", [], [.init("Enum", [], disk.children + [.init("USB", [], usb)])]),
    ])
    let tree = try TemporaryTree().packages("apt").file(
      "\(folder)Windows/System32/config/SYSTEM", bytes: hive)
    return try DeviceHistoryCollector.run(on: tree).rows()
  }

  private func device(_ model: String, _ serial: String, _ service: String) -> HiveBuilder.Key {
    .init(
      model, [],
      [
        .init(
          serial, [.text("Service", service)],
          [
            .path("\(Self.properties)\\0064", [.binary("", Self.may)]),
            .path("\(Self.properties)\\0066", [.binary("", Self.may)]),
          ].prefix(1) + [])
      ])
  }

  @Test(arguments: ["mnt/d/", ""])
  func sticksThatWindowsSaw(folder: String) throws {
    let row = try #require(
      try rows([device("VID_0781&PID_5581", "4C530001230912", "USBSTOR")], folder).first)
    #expect(row.kind == .storage && row.serial == "4C530001230912")
    #expect(row.product == "SanDisk Ultra USB Device" && row.firstSeen == 1_779_246_600)
  }

  @Test("Hubs, and parts of devices, are no devices of their own")
  func innocent() throws {
    let rows = try rows([
      device("ROOT_HUB30", "4&1", "USBHUB3"), device("VID_046D&PID_C31C&MI_00", "6&2", "HidUsb"),
    ])
    #expect(rows.isEmpty)
  }
}
