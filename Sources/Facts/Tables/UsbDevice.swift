/// A USB device attached now.
public struct UsbDevice: Fact {
  public static let table = Table(
    "usb_device", "A USB device attached now",
    [
      .text("syspath", "Device path below /sys"),
      .text("port", "Bus and port path, as 1-1.2"),
      .text("vendor_id", "Vendor id, four hex digits"),
      .text("product_id", "Product id, four hex digits"),
      .optionalText("vendor", "Manufacturer"),
      .optionalText("product", "Product"),
      .optionalText("serial", "Serial as the device reports it"),
      .code("kind", "What it is", UsbKind.self),
      .text("interfaces", "Interface triples, as 080650"),
      .text("drivers", "Kernel drivers bound to its interfaces, comma separated"),
      .optionalText("network_interface", "Network interface that it makes"),
    ])

  public var syspath: String
  public var port: String
  public var vendorId: String
  public var productId: String
  public var vendor: String?
  public var product: String?
  public var serial: String?
  public var kind: UsbKind
  public var interfaces: String
  public var drivers: String
  public var networkInterface: String?

  public init(
    syspath: String, port: String, vendorId: String, productId: String, vendor: String? = nil,
    product: String? = nil, serial: String? = nil, kind: UsbKind, interfaces: String,
    drivers: String, networkInterface: String? = nil
  ) {
    self.syspath = syspath
    self.port = port
    self.vendorId = vendorId
    self.productId = productId
    self.vendor = vendor
    self.product = product
    self.serial = serial
    self.kind = kind
    self.interfaces = interfaces
    self.drivers = drivers
    self.networkInterface = networkInterface
  }
}

/// What a USB device is.
public enum UsbKind: String, Codable, Sendable, CaseIterable {
  case storage
  case phone
  /// A phone or device that gives the machine a network.
  case tether
  case modem
  case wifi
  case bluetooth
  case ethernet
  case hid
  case printer
  case camera
  case audio
  case smartcard
  case hub
  case other
}
