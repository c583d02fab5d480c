import Facts
import LinuxHost

/// Tells what a USB device is: telecommunication and networks first, then phones, radios, storage, and the rest.
struct UsbClassifier {
  let patterns: DevicePatterns

  func kind(of usb: UsbView) -> UsbKind {
    if isHub(usb) { return .hub }
    let phone = isPhone(usb)
    let network = usb.children("net").contains { net in
      !["wlan", "bluetooth"].contains(net.type)
        && (!usb.drivers.contains("ipheth") || net.attributes["carrier"] == "1")
    }
    let triples = usb.triples
    if !phone && isModem(usb) { return .modem }
    if phone { return network || patterns.hasInterface("phone_tether", triples) ? .tether : .phone }
    if patterns.hasInterface("phone_tether", triples) && !isGadget(usb) { return .tether }
    if isWifi(usb) { return .wifi }
    if patterns.hasInterface("bluetooth", triples) || !usb.children("bluetooth").isEmpty { return .bluetooth }
    if network || patterns.hasInterface("ethernet", triples) || patterns.hasDriver("ethernet", usb.drivers) {
      return .ethernet
    }
    if patterns.hasInterface("still_image", triples) { return .camera }
    if patterns.hasInterface("storage", triples) || !usb.children("block").isEmpty { return .storage }
    for (meaning, kind) in Self.plain where patterns.hasInterface(meaning, triples) { return kind }
    return .other
  }

  private static let plain: [(String, UsbKind)] = [
    ("printer", .printer), ("smartcard", .smartcard), ("video", .camera), ("audio", .audio), ("hid", .hid),
  ]

  private func isHub(_ usb: UsbView) -> Bool {
    usb.device.attributes["bDeviceClass"] == "09"
      || !usb.triples.isEmpty && usb.triples.allSatisfy { $0.hasPrefix("09") }
  }

  private func isPhone(_ usb: UsbView) -> Bool {
    let triples = usb.triples
    if patterns.isProduct("phone", usb.vendorID, usb.productID) { return true }
    if patterns.hasInterface("phone", triples) || patterns.hasDriver("phone", usb.drivers) { return true }
    let isCamera = patterns.isVendor("camera", usb.vendorID)
    if usb.device.properties["ID_MTP_DEVICE"] == "1" && !isCamera { return true }
    if patterns.hasInterface("still_image", triples) && !isCamera { return true }
    if usb.interfaces.contains(where: { $0.attributes["interface"]?.uppercased() == "MTP" }) { return true }
    let speaks =
      patterns.hasInterface("modem", triples) || patterns.hasInterface("phone_tether", triples)
      || patterns.hasInterface("ethernet", triples)
    return speaks && patterns.isVendor("phone", usb.vendorID) && !patterns.isVendor("modem", usb.vendorID)
  }

  private func isModem(_ usb: UsbView) -> Bool {
    if patterns.hasDriver("modem", usb.drivers) { return true }
    if usb.children("net").contains(where: { $0.type == "wwan" }) || !usb.children("wwan").isEmpty {
      return true
    }
    if patterns.isProduct("modem", usb.vendorID, usb.productID) { return true }
    let triples = usb.triples
    if patterns.hasInterface("mobile_broadband", triples) { return true }
    if patterns.isVendor("modem", usb.vendorID) {
      return !usb.children("net").isEmpty || !usb.children("tty").isEmpty
        || patterns.hasInterface("ethernet", triples) || patterns.hasInterface("modem", triples)
    }
    return patterns.hasInterface("modem", triples) && !patterns.isVendor("serial_board", usb.vendorID)
  }

  private func isWifi(_ usb: UsbView) -> Bool {
    if usb.children("net").contains(where: { $0.type == "wlan" }) || !usb.children("ieee80211").isEmpty {
      return true
    }
    return patterns.hasDriver("wifi", usb.drivers) || patterns.isProduct("wifi", usb.vendorID, usb.productID)
  }

  /// Network gadgets of Linux boards speak RNDIS too, without being phones.
  private func isGadget(_ usb: UsbView) -> Bool { patterns.isVendor("network_gadget", usb.vendorID) }
}
