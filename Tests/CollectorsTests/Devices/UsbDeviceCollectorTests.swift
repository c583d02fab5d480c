@testable import Collectors
import Facts
import LinuxHost
import TestSupport
import Testing

@Suite struct UsbDeviceCollectorTests {
  @Test func describesEveryDevice() throws {
    let tree = try TemporaryTree().devices(Fixture.text("workstation.umockdev"))
    let result = try UsbDeviceCollector.run(on: tree)
    let rows = result.rows(UsbDevice.self)
    #expect(result.status == .complete)
    #expect(rows.map(\.port) == ["usb1", "1-2", "1-3", "1-8"])
    #expect(rows.map(\.kind) == [.hub, .phone, .storage, .bluetooth])
    let phone = rows[1]
    #expect(phone.vendorId == "04e8" && phone.productId == "6860" && phone.serial == "R58N30ABCDE")
    #expect(phone.interfaces == ":060101:020201:0a0000:" && phone.drivers == "cdc_acm")
    #expect(rows[2].drivers == "usb-storage" && rows[2].vendor == "SanDisk")
  }

  /// Devices as they were seen on a booted Linux machine: ids, interfaces, bound drivers, other nodes.
  @Test(arguments: [
    ("46f4:0001", ":080650:", "usb-storage", "block/sda", UsbKind.storage),
    ("46f4:0003", ":080662:", "uas", "block/sda", .storage),
    ("46f4:0004", ":060101:", "", "", .phone),
    ("0525:a4a2", ":0202ff:0a0000:020600:", "cdc_subset", "net/usb0", .ethernet),
    ("0627:0001", ":030101:", "usbhid", "", .hid),
    ("0403:6001", ":ffffff:", "ftdi_sio", "tty/ttyUSB0", .other),
    ("08e6:4433", ":0b0000:", "", "", .smartcard),
    ("0a12:0001", ":e00101:", "btusb", "bluetooth/hci0", .bluetooth),
    ("04a9:32bb", ":060101:", "", "", .camera),
    ("0b95:1790", ":ffff00:", "ax88179_178a", "net/eth0", .ethernet),
    ("12d1:14dc", ":020600:0a0600:080650:", "cdc_ether", "net/enx0c5b8f279a64", .modem),
    ("12d1:1436", ":ffffff:", "option", "tty/ttyUSB0", .modem),
    ("12d1:1f01", ":080650:", "", "", .modem),
    ("05ac:12a8", ":060101:010100:030000:fffe02:fffd01:", "ipheth", "net/enx0ea7d1b2c3d4", .phone),
    ("05ac:12a8", ":060101:fffe02:", "", "", .phone),
    ("0421:0499", ":020201:0a0000:", "cdc_acm", "tty/ttyACM0", .phone),
    ("22d9:2764", ":060101:", "", "", .phone),
    ("18d1:4ee2", ":060101:ff4201:", "", "", .phone),
    ("03f0:2b17", ":070102:", "usblp", "", .printer),
    ("2c7c:0125", ":ffffff:ff0000:", "qmi_wwan", "net/wwan0", .modem),
    ("04e8:6863", ":e00103:0a0000:", "", "", .tether),
    ("04e8:6863", ":0202ff:0a0000:", "rndis_host", "net/enx021a11f00001", .tether),
    ("18d1:4eec", ":020d00:0a0001:020201:0a0000:", "cdc_ncm", "net/enx021a11f00002", .tether),
    ("046d:0825", ":0e0100:", "uvcvideo", "", .camera),
    ("0cf3:9271", ":ff0000:", "ath9k_htc", "", .wifi),
    ("2341:0043", ":020201:0a0000:", "cdc_acm", "tty/ttyACM0", .other),
    ("0bda:8153", ":020600:0a0000:", "cdc_ether", "net/eth1", .ethernet),
    ("0000:0001", ":020e00:0a0002:", "cdc_mbim", "net/wwan1", .modem),
  ])
  func tellsKinds(ids: String, interfaces: String, driver: String, node: String, kind: UsbKind) throws {
    let parts = ids.split(separator: ":")
    let triples = interfaces.split(separator: ":")
    var text = "P: /devices/pci0000:00/0000:00:14.0/usb1/1-1\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_device\n"
    text += "E: ID_USB_INTERFACES=\(interfaces)\nA: idVendor=\(parts[0])\nA: idProduct=\(parts[1])\n\n"
    for (number, triple) in triples.enumerated() {
      let path = "/devices/pci0000:00/0000:00:14.0/usb1/1-1/1-1:1.\(number)"
      text += "P: \(path)\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_interface\n"
      text +=
        "A: bInterfaceClass=\(triple.prefix(2))\nA: bInterfaceSubClass=\(triple.dropFirst(2).prefix(2))\n"
      text += "A: bInterfaceProtocol=\(triple.suffix(2))\n"
      if number == 0, !driver.isEmpty { text += "L: driver=../drivers/\(driver)\n" }
      if number == 0, !node.isEmpty {
        text += "\nP: \(path)/\(node)\nE: SUBSYSTEM=\(node.prefix { $0 != "/" })\n"
        if node.contains("wwan") { text += "E: DEVTYPE=wwan\n" }
      }
      text += "\n"
    }
    let row = try UsbDeviceCollector.run(on: TemporaryTree().devices(text)).rows(UsbDevice.self).first
    #expect(row?.kind == kind)
    #expect(row?.networkInterface == (node.hasPrefix("net/") ? String(node.dropFirst(4)) : nil))
  }

  @Test func aDeviceWithoutIdsIsAGap() throws {
    let text = "P: /devices/usb1/1-1\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_device\n"
    #expect(try UsbDeviceCollector.run(on: TemporaryTree().devices(text)).status == .incomplete)
  }

  @Test func withoutDevicesNothingIsKnown() throws {
    #expect(try UsbDeviceCollector.run(on: TemporaryTree()).status == .notCollected)
  }
}
