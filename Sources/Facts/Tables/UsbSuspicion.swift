/// A sign that a USB device is not what it claims to be.
public struct UsbSuspicion: Fact {
  public static let table = Table(
    "usb_suspicion", "A sign that a USB device is not what it claims to be",
    [
      .text("vendor_id", "Vendor id, four hex digits"),
      .text("product_id", "Product id, four hex digits"),
      .optionalText("product", "Product"),
      .optionalText("serial", "Serial as the device reports it"),
      .text("port", "Bus and port path, as 1-1.2"),
      .code("suspicion", "What is odd about the device", Suspicion.self),
      .text("detail", "Technical detail"),
      .flag("attached", "1 if the device is attached now"),
      .optionalTime("seen_at", "When it was seen"),
      .flag("before_install", "1 if last seen before the end of the installation"),
    ])

  public var vendorId: String
  public var productId: String
  public var product: String?
  public var serial: String?
  public var port: String
  public var suspicion: Suspicion
  public var detail: String
  public var attached: Bool
  public var seenAt: Int64?
  public var beforeInstall: Bool

  public init(
    vendorId: String, productId: String, product: String? = nil, serial: String? = nil, port: String,
    suspicion: Suspicion, detail: String = "", attached: Bool, seenAt: Int64? = nil,
    beforeInstall: Bool = false
  ) {
    self.vendorId = vendorId
    self.productId = productId
    self.product = product
    self.serial = serial
    self.port = port
    self.suspicion = suspicion
    self.detail = detail
    self.attached = attached
    self.seenAt = seenAt
    self.beforeInstall = beforeInstall
  }
}

/// What is odd about a USB device.
public enum Suspicion: String, Codable, Sendable, CaseIterable {
  /// A keyboard in one device with a disk.
  case keyboardWithStorage = "keyboard_with_storage"
  /// A keyboard in one device with a network or modem.
  case keyboardWithNetwork = "keyboard_with_network"
  /// A keyboard in one device with an interface of the vendor's own.
  case keyboardWithVendorInterface = "keyboard_with_vendor_interface"
  /// A keyboard under the vendor id of a maker of storage.
  case keyboardOfStorageVendor = "keyboard_of_storage_vendor"
  /// A further keyboard that appeared within two seconds of another device.
  case suddenKeyboard = "sudden_keyboard"
  /// A disk that came back as a keyboard.
  case storageBecameKeyboard = "storage_became_keyboard"
  /// One serial under changing names or kinds.
  case changedIdentity = "changed_identity"
  /// Descriptors that break their own format.
  case malformedDescriptors = "malformed_descriptors"
  /// Nothing tells what the device does.
  case unknownFunction = "unknown_function"
}
