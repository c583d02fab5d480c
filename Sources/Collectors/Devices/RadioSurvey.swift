import Facts
import LinuxHost

/// One physical radio, put together from all that the kernel and the buses say of it.
struct RadioFinding {
  let kind: RadioKind
  /// The card or stick that carries the radio.
  let card: Device
  var addresses: [String] = []
  var drivers: Set<String> = []
  /// Whether the kernel made an object of it, which only a bound driver does.
  var isRunning = false
  var isSoftBlocked = false
  var isHardBlocked = false
}

/// Finds radios by every trace they leave: kernel objects, rfkill switches, and classes of cards without a driver.
struct RadioSurvey {
  private let tree: DeviceTree
  private let patterns: DevicePatterns
  private let aliases: ModuleAliases?
  private(set) var radios: [RadioFinding] = []
  /// Devices without a driver that nothing here can tell from a radio.
  private(set) var unknown: [Device] = []

  /// `aliases` are the drivers that the inspected system has for cards, running or not; nil if it has none.
  init(_ tree: DeviceTree, _ patterns: DevicePatterns, _ aliases: ModuleAliases?) {
    self.tree = tree
    self.patterns = patterns
    self.aliases = aliases
    for device in tree.devices {
      if let kind = kernelObject(device) { note(kind, device, isRunning: true) }
    }
    for device in tree.devices {
      if let kind = bareCard(device) ?? undriven(device) { note(kind, device, isRunning: false) }
    }
    for device in tree.of("rfkill") { applySwitch(device) }
  }

  /// The kind of radio that a kernel object stands for.
  private func kernelObject(_ device: Device) -> RadioKind? {
    switch (device.subsystem, device.type) {
    case ("ieee80211", _), ("net", "wlan"): .wifi
    case ("bluetooth", let type) where type != "link": .bluetooth
    case ("wwan", _), ("net", "wwan"): .wwan
    case ("nfc", _): .nfc
    default: nil
    }
  }

  /// The kind of radio that a card or interface is by its class, whether a driver runs it or not.
  private func bareCard(_ device: Device) -> RadioKind? {
    if device.subsystem == "pci" { return pciRadio(device) }
    if device.type == "usb_device", let vendor = device.attributes["idVendor"]?.lowercased(),
      let product = device.attributes["idProduct"]?.lowercased(), patterns.isProduct("wifi", vendor, product)
    {
      return .wifi
    }
    guard device.subsystem == "usb", device.type == "usb_interface" else { return nil }
    let triple = ["bInterfaceClass", "bInterfaceSubClass", "bInterfaceProtocol"]
      .map { device.attributes[$0] ?? "??" }.joined().lowercased()
    if patterns.hasInterface("bluetooth", [triple]) { return .bluetooth }
    if patterns.hasDriver("modem", Set([device.driver].compactMap { $0 })) { return .wwan }
    if patterns.hasDriver("wifi", Set([device.driver].compactMap { $0 })) { return .wifi }
    return patterns.hasInterface("mobile_broadband", [triple]) ? .wwan : nil
  }

  /// The kind of a card that no driver runs, by the driver that the system has for it.
  private mutating func undriven(_ device: Device) -> RadioKind? {
    guard Self.needsAlias(device), let alias = device.modalias else { return nil }
    guard let aliases else {
      if device.attributes["bInterfaceClass"] == "ff" { unknown.append(device) }
      return nil
    }
    for path in aliases.drivers(for: alias) {
      if path.contains("/net/wireless/") { return .wifi }
      if path.contains("/bluetooth/") { return .bluetooth }
      if path.contains("/net/wwan/") { return .wwan }
      if path.contains("/nfc/") { return .nfc }
    }
    return nil
  }

  /// Whether only the table of drivers can tell what a device is.
  static func needsAlias(_ device: Device) -> Bool {
    guard device.driver == nil else { return false }
    if device.type == "usb_interface" { return true }
    return device.subsystem == "sdio"
      || device.subsystem == "pci" && device.attributes["class"]?.hasPrefix("0x02") == true
  }

  /// Base classes 02/80 (other network controller) and 0d (wireless controller) of the PCI Code and ID Assignment.
  private func pciRadio(_ device: Device) -> RadioKind? {
    let digits = (device.attributes["class"] ?? "").lowercased().replacing("0x", with: "")
    switch digits.prefix(4) {
    case "0280":
      let wired = tree.below(device).contains { $0.subsystem == "net" && $0.type == nil }
      let wireless = tree.below(device).contains { $0.subsystem == "ieee80211" || $0.type == "wlan" }
      return wired && !wireless ? nil : .wifi
    case "0d11": return .bluetooth
    case "0d20", "0d21": return .wifi
    case "0d40", "0d41": return .wwan
    default: return digits.hasPrefix("0d") ? .other : nil
    }
  }

  private mutating func note(_ kind: RadioKind, _ device: Device, isRunning: Bool) {
    let card = card(of: device)
    let index: Int
    if let known = radios.firstIndex(where: { $0.kind == kind && $0.card.syspath == card.syspath }) {
      index = known
    } else {
      radios.append(RadioFinding(kind: kind, card: card))
      index = radios.count - 1
    }
    if isRunning { radios[index].isRunning = true }
    let chain = [device] + tree.ancestors(of: device).filter { $0.syspath.hasPrefix(card.syspath) }
    if let driver = chain.compactMap(\.driver).first(where: { $0 != "usb" }) {
      radios[index].drivers.insert(driver)
    }
    let addresses = [device.attributes["macaddress"], device.attributes["address"]].compactMap { $0 }
    radios[index].addresses += addresses.map { $0.lowercased() }.filter(Self.isHardwareAddress)
  }

  /// Switches on a card hold for it; a switch of the mainboard holds for every radio of its kind, and stands for one
  /// where none is seen.
  private mutating func applySwitch(_ device: Device) {
    guard let kind = Self.switchKinds[device.attributes["type"] ?? device.properties["RFKILL_TYPE"] ?? ""]
    else { return }
    let soft = device.attributes["soft"].map { $0 == "1" } ?? (device.properties["RFKILL_STATE"] == "0")
    let hard = device.attributes["hard"] == "1"
    let card = card(of: device)
    var indices = radios.indices.filter { radios[$0].kind == kind && radios[$0].card.syspath == card.syspath }
    if indices.isEmpty { indices = radios.indices.filter { radios[$0].kind == kind && isMainboard(card) } }
    if indices.isEmpty {
      note(kind, device, isRunning: true)
      indices = [radios.count - 1]
    }
    for index in indices {
      radios[index].isSoftBlocked = radios[index].isSoftBlocked || soft
      radios[index].isHardBlocked = radios[index].isHardBlocked || hard
    }
  }

  private func isMainboard(_ card: Device) -> Bool { !["pci", "usb", "sdio"].contains(card.subsystem) }

  /// The nearest card above a device; without one, what is left of its path before the part of its subsystem.
  private func card(of device: Device) -> Device {
    let candidates = ([device] + tree.ancestors(of: device)).filter { $0.type != "usb_interface" }
    if let card = candidates.first(where: { ["pci", "usb", "sdio"].contains($0.subsystem) }) { return card }
    if let card = candidates.first(where: {
      ["mhi", "platform"].contains($0.subsystem)
    }) {
      return card
    }
    var path = device.syspath
    for part in ["/net/", "/ieee80211/", "/bluetooth/", "/wwan/", "/nfc/", "/rfkill/"] {
      if let range = path.firstRange(of: part) { path = String(path[..<range.lowerBound]) }
    }
    if path == "/devices/virtual" {
      path = "/" + device.syspath.split(separator: "/").prefix(4).joined(separator: "/")
    }
    return tree[path] ?? Device(syspath: path, subsystem: "", driver: nil)
  }

  private static let switchKinds: [String: RadioKind] = [
    "wlan": .wifi, "bluetooth": .bluetooth, "wwan": .wwan, "nfc": .nfc, "gps": .other, "fm": .other,
    "ultrawideband": .other, "wimax": .wwan,
  ]

  private static func isHardwareAddress(_ text: String) -> Bool {
    text.split(separator: ":").count == 6 && text != "00:00:00:00:00:00"
  }
}
