/// The removable medium that was inspected, one row where the facts are those of a medium.
public struct Medium: Fact {
  public static let table = Table(
    "medium", "The removable medium that was inspected, one row where the facts are those of a medium",
    [
      .text("device", "Device, folder or image that was asked for"),
      .code("medium", "Kind of medium", MediumKind.self),
      .optionalText("vendor_id", "Vendor id, four hex digits"),
      .optionalText("product_id", "Product id, four hex digits"),
      .optionalText("model", "Vendor and model"),
      .optionalText("serial", "Serial as the device reports it"),
      .optionalText("identity", "Vendor, product and serial; empty without a serial of its own"),
      .optionalInteger("size", "Bytes"),
      .integer("volumes", "File systems that were read"),
      .text("file_systems", "Types of the file systems, comma separated"),
      .code("standing", "What the register says of it", DeviceStanding.self),
      .code("purpose", "What it may be used for", DevicePurpose.self),
    ])

  public var device: String
  public var medium: MediumKind
  public var vendorId: String?
  public var productId: String?
  public var model: String?
  public var serial: String?
  public var identity: String?
  public var size: Int64?
  public var volumes: Int64
  public var fileSystems: String
  public var standing: DeviceStanding
  public var purpose: DevicePurpose

  public init(
    device: String, medium: MediumKind, vendorId: String? = nil, productId: String? = nil,
    model: String? = nil, serial: String? = nil, identity: String? = nil, size: Int64? = nil,
    volumes: Int64 = 1, fileSystems: String = "", standing: DeviceStanding = .noIdentity,
    purpose: DevicePurpose = .none
  ) {
    self.device = device
    self.medium = medium
    self.vendorId = vendorId
    self.productId = productId
    self.model = model
    self.serial = serial
    self.identity = identity
    self.size = size
    self.volumes = volumes
    self.fileSystems = fileSystems
    self.standing = standing
    self.purpose = purpose
  }
}

/// Kind of medium.
public enum MediumKind: String, Codable, Sendable, CaseIterable {
  case usbStorage = "usb_storage"
  case memoryCard = "memory_card"
  case opticalDisc = "optical_disc"
  /// Another disk.
  case disk
  /// A file that holds a copy of a disk.
  case image
  /// Files of which nobody knows on what device they lie.
  case folder
}
