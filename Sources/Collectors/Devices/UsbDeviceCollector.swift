import Facts
import LinuxHost

/// USB devices attached now, hubs too.
struct UsbDeviceCollector: Collector {
  static let name = "usb_device"
  static let tables = [UsbDevice.table]
  static let subsystems = [
    "usb", "net", "tty", "block", "bluetooth", "ieee80211", "wwan",
  ]
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let classifier = UsbClassifier(patterns: try DevicePatterns(options))
    for usb in UsbView.all(DeviceTree(try host.devices(Self.subsystems))) {
      let device = usb.device
      guard usb.vendorID.count == 4, usb.productID.count == 4 else {
        try sink.skipped(device.syspath, .partlyRead)
        continue
      }
      try sink.add(
        UsbDevice(
          syspath: device.syspath, port: device.name, vendorId: usb.vendorID, productId: usb.productID,
          vendor: text(device, "manufacturer", "ID_VENDOR_FROM_DATABASE"),
          product: text(device, "product", "ID_MODEL_FROM_DATABASE"),
          serial: text(device, "serial", "ID_SERIAL_SHORT"), kind: classifier.kind(of: usb),
          interfaces: ":" + usb.triples.map { "\($0):" }.joined(),
          drivers: usb.drivers.sorted().joined(separator: ","),
          networkInterface: usb.children("net").map(\.name).min()))
    }
  }

  private func text(_ device: Device, _ attribute: String, _ property: String) -> String? {
    [device.attributes[attribute], device.properties[property]].compactMap { $0 }.first { !$0.isEmpty }
  }
}
