/// A device that was seen on another machine, as its inspector signed.
public struct SightingElsewhere: Fact {
  public static let table = Table(
    "device_sighting", "A device that was seen on another machine, as its inspector signed",
    [
      .text("vendor_id", "Vendor id, four hex digits"),
      .text("product_id", "Product id, four hex digits"),
      .text("serial", "Serial as the device reports it"),
      .text("machine", "Identifier of that machine"),
      .code("machine_use", "What that machine is used for", MachineUse.self),
      .optionalTime("first_seen", "First attached"),
      .optionalTime("last_seen", "Last attached"),
      .text("key", "Key that signed it"),
    ])

  public var vendorId: String
  public var productId: String
  public var serial: String
  public var machine: String
  public var machineUse: MachineUse
  public var firstSeen: Int64?
  public var lastSeen: Int64?
  public var key: String

  public init(
    vendorId: String, productId: String, serial: String, machine: String, machineUse: MachineUse,
    firstSeen: Int64? = nil, lastSeen: Int64? = nil, key: String
  ) {
    self.vendorId = vendorId
    self.productId = productId
    self.serial = serial
    self.machine = machine
    self.machineUse = machineUse
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.key = key
  }
}

/// What a machine is used for, as its inspector declares.
public enum MachineUse: String, Codable, Sendable, CaseIterable {
  /// Drafting and keeping state secrets.
  case secret
  /// Open work, lawfully on a network.
  case open
}

/// The kinds of other machines that a device was seen on.
public enum SeenOn: String, Codable, Sendable, CaseIterable {
  /// Nobody signed that it was seen elsewhere.
  case none
  case secret
  case open
  case both
}
