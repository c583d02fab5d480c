import Facts
import TestSupport
import Testing

@testable import Collectors

/// Stores of the system and of its users that remember devices.
@Suite struct DeviceStoresTests {
  private let time: Int64 = 1_780_000_000

  private func tree() throws -> TemporaryTree {
    try TemporaryTree().packages("nothing").folder("var/log").file(
      "etc/passwd", "root:x:0:0::/root:/bin/sh\nnam:x:1000:1000::/home/nam:/bin/sh\n")
  }

  private func rows(_ tree: TemporaryTree) throws -> [UsbDeviceHistory] {
    let found = try DeviceHistoryCollector.run(on: tree)
    #expect(found.gaps.isEmpty)
    return found.rows()
  }

  private static let pairing = """
    <?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>
    <key>HostID</key><string>30142955-444094379208051516</string></dict></plist>
    """

  @Test func aPairedIPhoneIsTheOneInTheLog() throws {
    let log = """
      Jun 25 23:50:00 ws kernel: [  100.5] usb 1-2: New USB device found, idVendor=05ac, idProduct=12a8, bcdDevice=15.10
      Jun 25 23:50:00 ws kernel: [  100.5] usb 1-2: SerialNumber: 00008120001A2B3C4D5E6F70

      """
    let tree = try tree().file("var/log/syslog", log, at: time)
      .file("var/lib/lockdown/00008120-001A2B3C4D5E6F70.plist", Self.pairing, at: time)
      .file("var/lib/lockdown/SystemConfiguration.plist", Self.pairing)
    let rows = try rows(tree)
    #expect(rows.map(\.kind) == [.phone] && rows.map(\.confidence) == [.high])
    #expect(rows.map(\.evidence) == ["kernel,lockdown"])
    #expect(rows.map(\.productId) == ["12a8"])
  }

  @Test func aDamagedPairingIsAPhoneAndAGap() throws {
    let tree = try tree().file("var/lib/lockdown/00008120001A2B3C4D5E6F70.plist", "bplist00garbage", at: time)
    let found = try DeviceHistoryCollector.run(on: tree)
    #expect(found.rows(UsbDeviceHistory.self).map(\.kind) == [.phone])
    #expect(found.gaps.map(\.reason) == [.damaged])
  }

  @Test(arguments: [
    (
      "home/nam/.config/kdeconnect/trusted_devices", "[f1e2d3c4b5a60718]\nname=Redmi\ntype=phone\n",
      UsbKind.phone, Confidence.high, DeviceConnection.network
    ),
    ("home/nam/.android/adb_known_hosts.pb", "x", .phone, .medium, .network),
    ("home/nam/.android/adbkey", "x", .phone, .low, .usb),
    (
      "var/lib/bluetooth/00:00:5E:00:53:01/00:00:5E:00:53:02/info",
      "[General]\nName=Galaxy A52\nClass=0x5a020c\n[LinkKey]\nKey=0\n", .phone, .high, .bluetooth
    ),
    (
      "var/lib/bluetooth/00:00:5E:00:53:01/00:00:5E:00:53:03/info",
      "[General]\nName=MX Keys\nAppearance=0x03c1\n[LongTermKey]\nKey=0\n", .wirelessHid, .high, .bluetooth
    ),
    ("var/lib/usb_modeswitch/bind_list", "12d1:14db\n", .modem, .high, .usb),
    (
      "etc/usbguard/rules.conf",
      "allow id 0781:5567 serial \"4C530001230104117203\" name \"Cruzer Blade\" via-port \"1-2\"\n", .storage,
      .medium, .usb
    ),
    (
      "var/lib/upower/history-charge-iPhone-F2LX1234.dat", "1779000000\t80.000\tcharging\n", .phone, .medium,
      .usb
    ),
    ("var/lib/colord/mapping.db", "SQLite\0\u{1}sysfs-Logitech-Webcam_C270\0", .camera, .medium, .usb),
    (
      "var/lib/boltd/devices/c6010000-0000-1234-ffff-ffffffffffff",
      "[device]\nname=ThinkPad Thunderbolt 3 Dock\nvendor=Lenovo\n", .other, .high, .thunderbolt
    ),
    (
      "home/nam/.local/share/gvfs-metadata/mtp:host=SAMSUNG_SAMSUNG_Android_R58N30ABCDE", "x", .phone, .high,
      .usb
    ),
    (
      "home/nam/.local/share/recently-used.xbel",
      "<bookmark href=\"file:///media/nam/KINGSTON/van-ban.docx\">",
      .storage, .medium, .usb
    ),
    (
      "home/nam/.local/share/Trash/info/a.trashinfo", "[Trash Info]\nPath=/run/media/nam/USB%20MAT/a.doc\n",
      .storage, .medium, .usb
    ),
    (
      "home/nam/.cache/thumbnails/normal/a.png", "PNG Thumb::URI\0file:///media/nam/ANH/x.jpg", .storage,
      .medium,
      .usb
    ),
    (
      "home/nam/.config/kded_device_automounterrc",
      "[Devices][/org/freedesktop/UDisks2/block_devices/sdb1]\nEverMounted=true\n"
        + "LastNameSeen=KINGSTON\nIcon=drive-removable-media-usb\n", .storage, .medium, .usb
    ),
  ])
  func aStoreTells(
    path: String, text: String, kind: UsbKind, confidence: Confidence, connection: DeviceConnection
  ) throws {
    let rows = try rows(tree().file(path, text, at: time))
    try #require(rows.count == 1)
    #expect(rows[0].kind == kind && rows[0].confidence == confidence && rows[0].connection == connection)
    #expect(!(rows[0].labels ?? "").contains("docx"))
  }

  @Test(arguments: [
    ("home/nam/.config/kdeconnect/config", "[General]\nname=ws\n"),
    ("var/lib/bluetooth/00:00:5E:00:53:01/cache/00:00:5E:00:53:02", "[General]\nName=x\n"),
    (
      "var/lib/bluetooth/00:00:5E:00:53:01/00:00:5E:00:53:02/info",
      "[General]\nName=seen only\nClass=0x5a020c\n"
    ),
    ("var/lib/upower/history-charge-DELL_1VX1H-50-1234.dat", "1779000000\t80.000\tcharging\n"),
    ("home/nam/.local/share/recently-used.xbel", "<bookmark href=\"file:///home/nam/media/a.docx\">"),
    ("var/lib/colord/mapping.db", "SQLite\0xrandr-Dell\0"),
    ("var/lib/lockdown/SystemConfiguration.plist", "x"),
  ])
  func innocentStores(path: String, text: String) throws {
    #expect(try rows(tree().file(path, text, at: time)).isEmpty)
  }

  @Test func anUnreadableStoreIsAGap() throws {
    let tree = try tree().fifo("var/lib/bluetooth/00:00:5E:00:53:01/00:00:5E:00:53:02/info")
    let found = try DeviceHistoryCollector.run(on: tree)
    #expect(found.status == .incomplete && found.gaps.map(\.reason) == [.notRegularFile])
  }

  @Test func mountsNameAccountsAndLabels() throws {
    let log = """
      Jun 25 23:50:00 ws kernel: [  100.5] usb 1-2: New USB device found, idVendor=0951, idProduct=1666, bcdDevice= 1.10
      Jun 25 23:50:00 ws kernel: [  100.5] usb 1-2: SerialNumber: 60A44C413FAEB5A1
      Jun 25 23:50:01 ws kernel: [  101.5] scsi host6: usb-storage 1-2:1.0
      Jun 25 23:50:02 ws kernel: [  102.5] sd 6:0:0:0: [sdb] Attached SCSI removable disk
      Jun 25 23:50:03 ws udisksd[700]: Mounted /dev/sdb1 at /media/nam/KINGSTON on behalf of uid 1000
      Jun 25 23:50:03 ws udisksd[700]: Mounted /dev/sda3 at /media/nam/Data on behalf of uid 1000

      """
    let tree = try tree().file("var/log/syslog", log, at: time)
      .file("home/nam/.local/share/gvfs-metadata/label-KINGSTON", "x", at: time)
    let rows = try rows(tree)
    #expect(rows.map(\.labels).contains("KINGSTON"))
    let stick = rows.first { $0.vendorId == "0951" }
    #expect(stick?.accounts == "nam" && stick?.evidence == "desktop,kernel,udisks")
    #expect(rows.filter { $0.labels == "Data" }.map(\.confidence) == [.low])
  }
}
