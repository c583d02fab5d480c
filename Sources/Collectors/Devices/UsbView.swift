import LinuxHost

/// One USB device with its interfaces and what the kernel made of it.
struct UsbView {
  let device: Device
  let interfaces: [Device]
  /// Devices of other subsystems that stand on its interfaces, not those of devices behind a hub.
  let children: [Device]
  /// What its binary descriptors say; nil where the source does not hold them.
  let descriptors: UsbDescriptors?

  init(device: Device, interfaces: [Device], children: [Device]) {
    self.device = device
    self.interfaces = interfaces
    self.children = children
    descriptors = device.descriptors.map(UsbDescriptors.init)
  }

  /// Subsystems of the nodes that the kernel makes of USB devices.
  static let subsystems = [
    "usb", "net", "tty", "block", "bluetooth", "ieee80211", "wwan", "input", "sound", "video4linux",
    "usbmisc",
    "hidraw", "rfkill",
  ]

  /// Every USB device of a tree, in the order of their paths.
  static func all(_ tree: DeviceTree) -> [UsbView] {
    let devices = tree.of("usb").filter { $0.type == "usb_device" }
    return devices.map { device in
      let nested = devices.filter { $0.isBelow(device) }
      let own = tree.below(device).filter { child in
        !nested.contains { $0.syspath == child.syspath || child.isBelow($0) }
      }
      return UsbView(
        device: device, interfaces: own.filter { $0.type == "usb_interface" },
        children: own.filter { $0.subsystem != "usb" })
    }
  }

  var vendorID: String { id("idVendor", "ID_VENDOR_ID") }
  var productID: String { id("idProduct", "ID_MODEL_ID") }
  var vendor: String? { text("manufacturer", "ID_VENDOR_FROM_DATABASE") }
  var product: String? { text("product", "ID_MODEL_FROM_DATABASE") }
  var serial: String? { text("serial", "ID_SERIAL_SHORT") }

  /// Whether the port is inside the machine, as its firmware says.
  var isBuiltIn: Bool { device.attributes["removable"] == "fixed" }

  /// Class, subclass and protocol of every interface of every configuration, each once, in the order of their numbers.
  var triples: [String] {
    guard let settings = descriptors?.settings, !settings.isEmpty else { return activeTriples }
    var found: [String] = []
    for setting in settings where !found.contains(setting.triple) { found.append(setting.triple) }
    return found
  }

  /// The same of the configuration in use.
  var activeTriples: [String] {
    if let listed = device.properties["ID_USB_INTERFACES"] {
      return listed.lowercased().split(separator: ":").map(String.init)
    }
    return interfaces.map(\.triple)
  }

  /// Kernel drivers bound to the interfaces.
  var drivers: Set<String> { Set(interfaces.compactMap(\.driver)) }

  func children(_ subsystem: String) -> [Device] { children.filter { $0.subsystem == subsystem } }

  /// Whether it types: by its interfaces, or by what the kernel made of them.
  func isKeyboard(_ patterns: DevicePatterns) -> Bool {
    patterns.hasInterface("keyboard", triples)
      || children("input").contains { $0.properties["ID_INPUT_KEYBOARD"] == "1" }
  }

  func traits(_ patterns: DevicePatterns) -> UsbTraits {
    var nodes: Set<String> = []
    for child in children {
      nodes.insert(child.subsystem)
      if let type = child.type { nodes.insert("\(child.subsystem):\(type)") }
    }
    let isApple = patterns.isProduct("phone", vendorID, productID)
    let hasNetwork = children("net").contains { net in
      !["wlan", "bluetooth"].contains(net.type) && (!isApple || net.attributes["carrier"] == "1")
    }
    let speaksMTP =
      device.properties["ID_MTP_DEVICE"] == "1"
      || interfaces.contains { $0.attributes["interface"]?.uppercased() == "MTP" }
    return UsbTraits(
      vendor: vendorID, product: productID,
      label: [vendor, product].compactMap { $0 }.joined(separator: " "),
      deviceClass: device.attributes["bDeviceClass"], triples: triples, activeTriples: activeTriples,
      drivers: isApple ? drivers.subtracting(["cdc_ncm", "cdc_ether"]) : drivers, nodes: nodes,
      hasNetwork: hasNetwork, speaksMTP: speaksMTP)
  }

  private func id(_ attribute: String, _ property: String) -> String {
    (device.attributes[attribute] ?? device.properties[property] ?? "").lowercased()
  }

  private func text(_ attribute: String, _ property: String) -> String? {
    [device.attributes[attribute], device.properties[property]].compactMap { $0 }.first { !$0.isEmpty }
  }
}

extension Device {
  /// Class, subclass and protocol of a USB interface, six hex digits.
  var triple: String {
    ["bInterfaceClass", "bInterfaceSubClass", "bInterfaceProtocol"]
      .map { attributes[$0] ?? "??" }.joined().lowercased()
  }
}
