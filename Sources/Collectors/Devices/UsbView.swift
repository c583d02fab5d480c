import LinuxHost

/// One USB device with its interfaces and what the kernel made of it.
struct UsbView {
  let device: Device
  let interfaces: [Device]
  /// Devices of other subsystems that stand on its interfaces, not those of devices behind a hub.
  let children: [Device]

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

  /// Class, subclass and protocol of every interface, six hex digits each, in the order of their numbers.
  var triples: [String] {
    if let listed = device.properties["ID_USB_INTERFACES"] {
      return listed.lowercased().split(separator: ":").map(String.init)
    }
    return interfaces.map { interface in
      ["bInterfaceClass", "bInterfaceSubClass", "bInterfaceProtocol"]
        .map { interface.attributes[$0] ?? "??" }.joined().lowercased()
    }
  }

  /// Kernel drivers bound to the interfaces.
  var drivers: Set<String> { Set(interfaces.compactMap(\.driver)) }

  func children(_ subsystem: String) -> [Device] { children.filter { $0.subsystem == subsystem } }

  private func id(_ attribute: String, _ property: String) -> String {
    (device.attributes[attribute] ?? device.properties[property] ?? "").lowercased()
  }
}
