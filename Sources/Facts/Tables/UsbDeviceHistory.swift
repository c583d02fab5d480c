/// A device that was attached or paired once, as logs and stores tell; one row for each physical device.
public struct UsbDeviceHistory: Fact {
  public static let table = Table(
    "usb_device_history", "A device that was attached or paired once, one row for each physical device",
    [
      .optionalText("vendor_id", "Vendor id, four hex digits"),
      .optionalText("product_id", "Product id last seen, four hex digits"),
      .optionalText("modes", "Every product id that it showed, comma separated"),
      .optionalText("vendor", "Manufacturer"),
      .optionalText("product", "Product"),
      .optionalText("serial", "Serial as the device reported it"),
      .optionalText("identity", "Vendor, product and serial; empty without a serial of its own"),
      .code("connection", "How it was connected", DeviceConnection.self),
      .code("kind", "What it is", UsbKind.self),
      .code("confidence", "How sure the kind is", Confidence.self),
      .optionalText("port", "Bus and port path last used"),
      .optionalText("ports", "Every port that it used, comma separated"),
      .optionalText("accounts", "Accounts that used it, comma separated"),
      .optionalText("labels", "Labels under which its volumes were mounted, comma separated"),
      .text("source", "Collector"),
      .text("evidence", "Kinds of trace, comma separated"),
      .text("path", "File or journal"),
      .optionalTime("first_seen", "First attached"),
      .optionalTime("last_seen", "Last attached"),
      .flag("before_install", "1 if last seen before the end of the installation"),
      .integer("occurrences", "Times attached"),
      .code("standing", "What the register says of it", DeviceStanding.self),
      .code("purpose", "What it may be used for", DevicePurpose.self),
      .code("seen_on", "Other machines that it was seen on", SeenOn.self),
    ])

  public var vendorId: String?
  public var productId: String?
  public var modes: String?
  public var vendor: String?
  public var product: String?
  public var serial: String?
  public var identity: String?
  public var connection: DeviceConnection
  public var kind: UsbKind
  public var confidence: Confidence
  public var port: String?
  public var ports: String?
  public var accounts: String?
  public var labels: String?
  public var source: String
  public var evidence: String
  public var path: String
  public var firstSeen: Int64?
  public var lastSeen: Int64?
  public var beforeInstall: Bool
  public var occurrences: Int64
  public var standing: DeviceStanding
  public var purpose: DevicePurpose
  public var seenOn: SeenOn

  public init(
    vendorId: String? = nil, productId: String? = nil, modes: String? = nil, vendor: String? = nil,
    product: String? = nil, serial: String? = nil, identity: String? = nil,
    connection: DeviceConnection = .usb, kind: UsbKind, confidence: Confidence, port: String? = nil,
    ports: String? = nil, accounts: String? = nil, labels: String? = nil, source: String,
    evidence: String = "", path: String, firstSeen: Int64? = nil, lastSeen: Int64? = nil,
    beforeInstall: Bool = false, occurrences: Int64,
    standing: DeviceStanding = .unregistered, purpose: DevicePurpose = .none,
    seenOn: SeenOn = .none
  ) {
    self.vendorId = vendorId
    self.productId = productId
    self.modes = modes
    self.vendor = vendor
    self.product = product
    self.serial = serial
    self.identity = identity
    self.connection = connection
    self.kind = kind
    self.confidence = confidence
    self.port = port
    self.ports = ports
    self.accounts = accounts
    self.labels = labels
    self.source = source
    self.evidence = evidence
    self.path = path
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.beforeInstall = beforeInstall
    self.occurrences = occurrences
    self.standing = standing
    self.purpose = purpose
    self.seenOn = seenOn
  }
}

/// How a device was connected to the machine.
public enum DeviceConnection: String, Codable, Sendable, CaseIterable {
  case usb
  case bluetooth
  /// Over a network, as KDE Connect and adb over Wi-Fi.
  case network
  case thunderbolt
}

/// How sure a judgement is.
public enum Confidence: String, Codable, Sendable, CaseIterable {
  case high
  case medium
  case low
}
