/// A device of the unit's signed register.
public struct RegisteredDevice: Fact {
  public static let table = Table(
    "registered_device", "A device of the unit's signed register",
    [
      .text("vendor_id", "Vendor id, four hex digits"),
      .text("product_id", "Product id, four hex digits"),
      .text("serial", "Serial as the device reports it"),
      .optionalText("identity", "Vendor, product and serial; empty without a serial of its own"),
      .optionalText("name", "Name"),
      .text("owner", "Person who keeps it"),
      .text("unit", "Unit that it belongs to"),
      .code("purpose", "What it may be used for", DevicePurpose.self),
      .code("origin", "Where it came from", DeviceOrigin.self),
      .optionalText("inspected_by", "Who inspected it"),
      .optionalTime("inspected_at", "When it was inspected"),
      .integer("registered_at", "When it was registered (Unix seconds)"),
      .integer("valid_until", "End of the registration (Unix seconds)"),
      .optionalTime("revoked_at", "When the registration was revoked"),
      .code("standing", "State of the registration when the facts were collected", DeviceStanding.self),
      .text("key", "Key that signed it"),
    ])

  public var vendorId: String
  public var productId: String
  public var serial: String
  public var identity: String?
  public var name: String?
  public var owner: String
  public var unit: String
  public var purpose: DevicePurpose
  public var origin: DeviceOrigin
  public var inspectedBy: String?
  public var inspectedAt: Int64?
  public var registeredAt: Int64
  public var validUntil: Int64
  public var revokedAt: Int64?
  public var standing: DeviceStanding
  public var key: String

  public init(
    vendorId: String, productId: String, serial: String, identity: String?, name: String? = nil,
    owner: String, unit: String, purpose: DevicePurpose, origin: DeviceOrigin, inspectedBy: String? = nil,
    inspectedAt: Int64? = nil, registeredAt: Int64, validUntil: Int64, revokedAt: Int64? = nil,
    standing: DeviceStanding, key: String
  ) {
    self.vendorId = vendorId
    self.productId = productId
    self.serial = serial
    self.identity = identity
    self.name = name
    self.owner = owner
    self.unit = unit
    self.purpose = purpose
    self.origin = origin
    self.inspectedBy = inspectedBy
    self.inspectedAt = inspectedAt
    self.registeredAt = registeredAt
    self.validUntil = validUntil
    self.revokedAt = revokedAt
    self.standing = standing
    self.key = key
  }
}

/// What a registered device may be used for.
public enum DevicePurpose: String, Codable, Sendable, CaseIterable {
  /// It is not registered.
  case none
  /// On machines for state secrets only.
  case secret
  /// On open machines only.
  case open
  /// To install, inspect and update, on any machine.
  case inspection
}

/// Where a registered device came from.
public enum DeviceOrigin: String, Codable, Sendable, CaseIterable {
  case purchased
  case issued
  case giftDomestic = "gift_domestic"
  case giftForeign = "gift_foreign"
}

/// What the register says of a device.
public enum DeviceStanding: String, Codable, Sendable, CaseIterable {
  case valid
  case unregistered
  case revoked
  case expired
  /// A gift from a foreign body that nobody inspected.
  case giftNotInspected = "gift_not_inspected"
  case notInspected = "not_inspected"
  /// Its serial is that of a whole series, so that nothing tells it from others.
  case noIdentity = "no_identity"
  /// It was here before anybody inspected it.
  case usedBeforeInspection = "used_before_inspection"
  /// airseal runs from it or writes to it, and it is registered for other work.
  case notForInspection = "not_for_inspection"
}
