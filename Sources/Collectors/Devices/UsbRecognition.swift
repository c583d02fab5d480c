import Facts
import LinuxHost

/// Tells what a USB device is from one look at it, as an event gives it.
public struct UsbRecognition: Sendable {
  private let classifier: UsbClassifier

  /// Reads `rules/devices`; throws `FileError` and `CollectionFailure`.
  public init(rules: String) throws {
    classifier = UsbClassifier(knowledge: try DeviceKnowledge(rules: rules))
  }

  /// Ids, names, port, interfaces and kind of a device, as far as the event holds them.
  public func describe(_ device: Device) -> [String: String] {
    let usb = UsbView(device: device, interfaces: [], children: [])
    var detail = [
      "vendor_id": usb.vendorID, "product_id": usb.productID, "port": device.name,
      "interfaces": usb.triples.joined(separator: " "),
    ]
    detail["vendor"] = usb.vendor
    detail["product"] = usb.product
    detail["serial"] = usb.serial
    detail["identity"] = UsbIdentity.of(usb.vendorID, usb.productID, usb.serial)
    detail["kind"] = classifier.judge(usb.traits(classifier.knowledge.patterns)).kind.rawValue
    return detail
  }
}
