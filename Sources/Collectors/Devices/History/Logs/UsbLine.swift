import Glibc

/// What one kernel or user-space log line tells of a USB device.
enum UsbLine: Equatable {
  /// "usb 1-2: new high-speed USB device number 5 using xhci_hcd".
  case number(port: String, Int)
  /// "usb 1-2: New USB device found, idVendor=0951, idProduct=1666".
  case found(port: String, vendor: String, product: String)
  /// "usb 1-2: Product: …", "Manufacturer: …", "SerialNumber: …".
  case property(port: String, String, String)
  /// A driver took an interface of the device.
  case driver(port: String, String)
  /// A driver took an interface of some device with these ids.
  case driverOfIds(vendor: String, product: String, String)
  /// A driver took a device that the line does not name.
  case driverOfLatest(String)
  case gone(port: String)
  /// A SCSI host that a device makes, as "scsi host6: usb-storage 1-2:1.0"; nil for a host that no USB device makes.
  case scsiHost(Int, port: String?, driver: String)
  /// "sd 6:0:0:0: [sdb] …".
  case disk(host: Int, String)
  /// udisks mounted a disk or partition for a user.
  case mounted(String, path: String, uid: Int?)
  /// mtp-probe looks at a device.
  case probing(bus: Int, number: Int, port: String)
  /// A program recognised a phone; nil where the line does not say which device.
  case phone(bus: Int?, number: Int?)
  case boot

  static let programs: Set<String> = ["kernel", "mtp-probe", "usbmuxd", "udisksd"]

  /// nil for a line about something else.
  init?(program: String, message: String) {
    let found =
      switch program {
      case "kernel": Self.kernel(Self.withoutClock(message))
      case "mtp-probe": Self.mtpProbe(message)
      case "usbmuxd": Self.usbmuxd(message)
      case "udisksd": Self.udisks(message)
      default: UsbLine?.none
      }
    guard let found else { return nil }
    self = found
  }

  /// Text logs keep the kernel's clock: "[   12.345678] usb 1-2: …".
  private static func withoutClock(_ message: String) -> Substring {
    let bytes = message.utf8
    guard bytes.first == UInt8(ascii: "["), let end = bytes.firstIndex(of: UInt8(ascii: "]")) else {
      return message[...]
    }
    return Substring(bytes[bytes.index(after: end)...].drop { $0 == UInt8(ascii: " ") })
  }

  private static let openings: [StaticString] = [
    "Linux version ", "usb ", "input: ", "hid-", "scsi host", "sd ",
  ]

  /// Whether a line opens as one that tells something, or names a port: a hyphen between digits.
  private static func mayTell(_ message: Substring) -> Bool {
    let answer = message.utf8.withContiguousStorageIfAvailable { bytes in
      guard let base = bytes.baseAddress else { return false }
      for text in openings where bytes.count > text.utf8CodeUnitCount {
        if memcmp(base, text.utf8Start, text.utf8CodeUnitCount) == 0 { return true }
      }
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      var at = 1
      while at + 1 < bytes.count,
        let found = memchr(base + at, Int32(UInt8(ascii: "-")), bytes.count - at - 1)
      {
        let hyphen = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        if digits.contains(bytes[hyphen - 1]), digits.contains(bytes[hyphen + 1]) { return true }
        at = hyphen + 1
      }
      return false
    }
    return answer ?? true
  }

  private static func kernel(_ message: Substring) -> UsbLine? {
    guard mayTell(message) else { return nil }
    if message.hasPrefix("Linux version ") { return .boot }
    if message.hasPrefix("usb "), let colon = message.firstRange(of: ": ") {
      let port = String(message[..<colon.lowerBound].dropFirst(4))
      guard isPort(port[...]) else { return nil }
      return device(port, message[colon.upperBound...])
    }
    if message.hasPrefix("input: ") { return input(message) }
    if message.hasPrefix("hid-"), let ids = humanInterface(message) { return ids }
    if message.hasPrefix("scsi host") { return scsiHost(message) }
    if message.hasPrefix("sd ") { return disk(message) }
    return driver(message)
  }

  private static func device(_ port: String, _ text: Substring) -> UsbLine? {
    if text.hasPrefix("New USB device found, ") {
      guard let vendor = hex(text, after: "idVendor="), let product = hex(text, after: "idProduct=") else {
        return nil
      }
      return .found(port: port, vendor: vendor, product: product)
    }
    for key in ["Product", "Manufacturer", "SerialNumber"] where text.hasPrefix(key + ": ") {
      return .property(port: port, key, String(text.dropFirst(key.count + 2)))
    }
    if text.hasPrefix("USB disconnect") { return .gone(port: port) }
    if text.hasPrefix("new "), let number = number(text, after: "device number ") {
      return .number(port: port, number)
    }
    if text.hasPrefix("Found UVC ") { return .driver(port: port, "uvcvideo") }
    if text.contains("GSM modem (1-port) converter now attached") { return .driver(port: port, "option") }
    return nil
  }

  /// "usb-storage 1-2:1.0: …", "scsi host6: usb-storage 1-2:1.0", "rndis_host 1-2:1.0 usb0: register …".
  private static func driver(_ message: Substring) -> UsbLine? {
    let words = message.split(separator: " ", maxSplits: 5)
    guard words.count > 1 else { return nil }
    for index in 1..<min(words.count, 4) {
      let parts = words[index].split(separator: ":")
      guard parts.count == 2, isPort(parts[0]), isInterface(parts[1]) else { continue }
      let text = message.contains("Mobile Broadband") ? "mobile_broadband" : String(words[index - 1])
      return .driver(port: String(parts[0]), text)
    }
    return nil
  }

  /// "input: … as /devices/…/usb1/1-2/1-2:1.0/0003:046D:C52B.0001/input/input12".
  private static func input(_ message: Substring) -> UsbLine? {
    for part in message.split(separator: "/") {
      let halves = part.split(separator: ":")
      if halves.count == 2, isPort(halves[0]), isInterface(halves[1]) {
        return .driver(port: String(halves[0]), "usbhid")
      }
    }
    return nil
  }

  /// "hid-generic 0003:046D:C52B.0001: input,hidraw0: USB HID v1.11 Keyboard …".
  private static func humanInterface(_ message: Substring) -> UsbLine? {
    let usbBus = "0003"
    let words = message.split(separator: " ", maxSplits: 2)
    guard words.count == 3 else { return nil }
    let ids = words[1].split { $0 == ":" || $0 == "." }
    guard ids.count == 4, ids[0] == usbBus else { return nil }
    let isKeyboard = words[2].contains(" Keyboard [")
    return .driverOfIds(
      vendor: ids[1].lowercased(), product: ids[2].lowercased(), isKeyboard ? keyboard : "usbhid")
  }

  /// What stands for a driver where the kernel says that a human interface is a keyboard.
  static let keyboard = "keyboard"

  /// "scsi host6: usb-storage 1-2:1.0", "scsi host6: uas", "scsi host0: ahci".
  private static func scsiHost(_ message: Substring) -> UsbLine? {
    let words = message.dropFirst("scsi host".count).split(separator: " ")
    guard words.count > 1, let number = Int(words[0].filter(\.isNumber)) else { return nil }
    let port = words.count > 2 ? words[2].split(separator: ":").first.map(String.init) : nil
    return .scsiHost(number, port: port, driver: String(words[1]))
  }

  /// "sd 6:0:0:0: [sdb] Attached SCSI removable disk".
  private static func disk(_ message: Substring) -> UsbLine? {
    let words = message.split(separator: " ", maxSplits: 3)
    guard words.count > 2, words[2].hasPrefix("["), words[2].hasSuffix("]"),
      let host = words[1].split(separator: ":").first.flatMap({ Int($0) })
    else { return nil }
    return .disk(host: host, String(words[2].dropFirst().dropLast()))
  }

  /// "Mounted /dev/sdb1 at /media/nam/USB on behalf of uid 1000".
  private static func udisks(_ message: String) -> UsbLine? {
    guard message.hasPrefix("Mounted /dev/"), let at = message.firstRange(of: " at "),
      let behalf = message.firstRange(of: " on behalf of uid "), at.upperBound <= behalf.lowerBound
    else { return nil }
    let device = message[..<at.lowerBound].dropFirst("Mounted /dev/".count)
    return .mounted(
      String(device), path: String(message[at.upperBound..<behalf.lowerBound]),
      uid: Int(message[behalf.upperBound...].prefix { $0.isNumber }))
  }

  /// "checking bus 1, device 5: "/sys/devices/…/usb1/1-2"", "bus: 1, device: 5 was an MTP device".
  private static func mtpProbe(_ message: String) -> UsbLine? {
    let numbers = message.split { !$0.isNumber }.prefix(2).compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    if message.hasPrefix("checking bus") {
      guard let port = message.filter({ $0 != "\"" }).split(separator: "/").last, isPort(port) else {
        return nil
      }
      return .probing(bus: numbers[0], number: numbers[1], port: String(port))
    }
    return message.hasSuffix("was an MTP device") ? .phone(bus: numbers[0], number: numbers[1]) : nil
  }

  /// "Connected to v2.0 device 1 on location 0x10005 with serial number …": bus and number in one.
  private static func usbmuxd(_ message: String) -> UsbLine? {
    guard message.contains("Connect"), !message.contains("Disconnect"),
      let start = message.firstRange(of: "location 0x")?.upperBound
    else {
      return nil
    }
    guard let location = Int(message[start...].prefix { $0.isHexDigit }, radix: 16) else { return nil }
    return .phone(bus: location >> 16, number: location & 0xffff)
  }

  private static func hex(_ text: Substring, after key: String) -> String? {
    guard let start = text.firstRange(of: key)?.upperBound else { return nil }
    let digits = text[start...].prefix { $0.isHexDigit }
    return digits.count == 4 ? digits.lowercased() : nil
  }

  private static func number(_ text: Substring, after key: String) -> Int? {
    guard let start = text.firstRange(of: key)?.upperBound else { return nil }
    return Int(text[start...].prefix { $0.isNumber })
  }

  /// "1-2.4"; root hubs are "usb1".
  private static func isPort(_ text: Substring) -> Bool {
    let halves = text.split(separator: "-", omittingEmptySubsequences: false)
    return halves.count == 2 && !halves[0].isEmpty && halves[0].allSatisfy(\.isNumber) && !halves[1].isEmpty
      && halves[1].allSatisfy { $0.isNumber || $0 == "." }
  }

  private static func isInterface(_ text: Substring) -> Bool {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    return halves.count == 2 && halves.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }
}
