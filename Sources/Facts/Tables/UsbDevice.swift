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
      .optionalText("identity", "Vendor, product and serial; empty without a serial of its own"),
      .code("kind", "What it is", UsbKind.self),
      .optionalText("speed", "Speed of the connection in Mbit/s"),
      .integer("configurations", "Configurations that it offers; 0 if not known"),
      .text("interfaces", "Interface triples, as 080650"),
      .text("drivers", "Kernel drivers bound to its interfaces, comma separated"),
      .text("children", "What the kernel made of it, as block/sda,net/usb0"),
      .optionalText("network_interface", "Network interface that it makes"),
      .code("descriptors", "State of its descriptors", DescriptorState.self),
      .flag("built_in", "1 if its port is inside the machine"),
      .flag("has_medium", "1 if a disk behind it holds a medium"),
      .flag("network_side", "1 if a printer or scanner of this model also has a network or radio"),
      .code("standing", "What the register says of it", DeviceStanding.self),
      .code("purpose", "What it may be used for", DevicePurpose.self),
      .code("seen_on", "Other machines that it was seen on", SeenOn.self),
      .flag("inspection", "1 if airseal runs from it or writes to it"),
    ])

  public var syspath: String
  public var port: String
  public var vendorId: String
  public var productId: String
  public var vendor: String?
  public var product: String?
  public var serial: String?
  public var identity: String?
  public var kind: UsbKind
  public var speed: String?
  public var configurations: Int64
  public var interfaces: String
  public var drivers: String
  public var children: String
  public var networkInterface: String?
  public var descriptors: DescriptorState
  public var builtIn: Bool
  public var hasMedium: Bool
  public var networkSide: Bool
  public var standing: DeviceStanding
  public var purpose: DevicePurpose
  public var seenOn: SeenOn
  public var inspection: Bool

  public init(
    syspath: String, port: String, vendorId: String, productId: String, vendor: String? = nil,
    product: String? = nil, serial: String? = nil, identity: String? = nil, kind: UsbKind,
    speed: String? = nil, configurations: Int64 = 0, interfaces: String, drivers: String,
    children: String = "", networkInterface: String? = nil, descriptors: DescriptorState = .absent,
    builtIn: Bool = false, hasMedium: Bool = false, networkSide: Bool = false,
    standing: DeviceStanding = .unregistered, purpose: DevicePurpose = .none,
    seenOn: SeenOn = .none, inspection: Bool = false
  ) {
    self.syspath = syspath
    self.port = port
    self.vendorId = vendorId
    self.productId = productId
    self.vendor = vendor
    self.product = product
    self.serial = serial
    self.identity = identity
    self.kind = kind
    self.speed = speed
    self.configurations = configurations
    self.interfaces = interfaces
    self.drivers = drivers
    self.children = children
    self.networkInterface = networkInterface
    self.descriptors = descriptors
    self.builtIn = builtIn
    self.hasMedium = hasMedium
    self.networkSide = networkSide
    self.standing = standing
    self.purpose = purpose
    self.seenOn = seenOn
    self.inspection = inspection
  }
}

/// What a USB device is.
public enum UsbKind: String, Codable, Sendable, CaseIterable {
  case storage
  /// A reader of memory cards.
  case cardReader = "card_reader"
  case phone
  /// A phone or device that gives the machine a network.
  case tether
  case modem
  case wifi
  case bluetooth
  case ethernet
  case hid
  /// The receiver of a wireless keyboard, mouse or presenter.
  case wirelessHid = "wireless_hid"
  case printer
  /// A printer that speaks HTTP over USB.
  case ippUsb = "ipp_usb"
  case scanner
  case camera
  case audio
  case smartcard
  case fingerprint
  case hub
  /// Known, and neither storage, network, radio nor input.
  case other
  /// Nothing tells what it is.
  case unknown
}

/// State of a device's descriptors.
public enum DescriptorState: String, Codable, Sendable, CaseIterable {
  case read
  /// The source does not hold them.
  case absent
  case malformed
}
