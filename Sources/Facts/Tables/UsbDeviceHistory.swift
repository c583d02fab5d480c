/// A USB device that was attached once, as logs tell.
public struct UsbDeviceHistory: Fact {
  public static let table = Table(
    "usb_device_history", "A USB device that was attached once, as logs tell",
    [
      .text("vendor_id", "Vendor id, four hex digits"),
      .text("product_id", "Product id, four hex digits"),
      .optionalText("vendor", "Manufacturer"),
      .optionalText("product", "Product"),
      .optionalText("serial", "Serial as the device reported it"),
      .code("kind", "What it is", UsbKind.self),
      .code("confidence", "How sure the kind is", Confidence.self),
      .optionalText("port", "Bus and port path last used"),
      .text("source", "Collector"),
      .text("path", "File or journal"),
      .optionalTime("first_seen", "First attached"),
      .optionalTime("last_seen", "Last attached"),
      .flag("before_install", "1 if last seen before the end of the installation"),
      .integer("occurrences", "Times attached"),
    ])

  public var vendorId: String
  public var productId: String
  public var vendor: String?
  public var product: String?
  public var serial: String?
  public var kind: UsbKind
  public var confidence: Confidence
  public var port: String?
  public var source: String
  public var path: String
  public var firstSeen: Int64?
  public var lastSeen: Int64?
  public var beforeInstall: Bool
  public var occurrences: Int64

  public init(
    vendorId: String, productId: String, vendor: String? = nil, product: String? = nil,
    serial: String? = nil, kind: UsbKind, confidence: Confidence, port: String? = nil,
    source: String, path: String, firstSeen: Int64? = nil, lastSeen: Int64? = nil,
    beforeInstall: Bool = false, occurrences: Int64
  ) {
    self.vendorId = vendorId
    self.productId = productId
    self.vendor = vendor
    self.product = product
    self.serial = serial
    self.kind = kind
    self.confidence = confidence
    self.port = port
    self.source = source
    self.path = path
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.beforeInstall = beforeInstall
    self.occurrences = occurrences
  }
}

/// How sure a judgement is.
public enum Confidence: String, Codable, Sendable, CaseIterable {
  case high
  case medium
  case low
}
