/// A security stamp that lies on the machine, with its state.
public struct MachineStamp: Fact {
  public static let table = Table(
    "stamp", "A security stamp that lies on the machine",
    [
      .optionalText("serial", "Serial of the stamp; empty where it does not verify"),
      .optionalText("issuer", "Body that issued it"),
      .optionalText("unit", "Unit that uses the machine"),
      .optionalText("profile", "Profile that it was issued for"),
      .optionalTime("issued_at", "When it was issued"),
      .optionalTime("valid_until", "End of its validity"),
      .code("stamp_standing", "State of the stamp when the facts were collected", StampStanding.self),
      .optionalTime("voided_at", "When it was made void"),
      .optionalText("void_check", "Check whose finding made it void"),
      .text("path", "File"),
      .optionalText("key", "Key that signed it"),
    ])

  public var serial: String?
  public var issuer: String?
  public var unit: String?
  public var profile: String?
  public var issuedAt: Int64?
  public var validUntil: Int64?
  public var stampStanding: StampStanding
  public var voidedAt: Int64?
  public var voidCheck: String?
  public var path: String
  public var key: String?

  public init(
    serial: String? = nil, issuer: String? = nil, unit: String? = nil, profile: String? = nil,
    issuedAt: Int64? = nil, validUntil: Int64? = nil, stampStanding: StampStanding, voidedAt: Int64? = nil,
    voidCheck: String? = nil, path: String, key: String? = nil
  ) {
    self.serial = serial
    self.issuer = issuer
    self.unit = unit
    self.profile = profile
    self.issuedAt = issuedAt
    self.validUntil = validUntil
    self.stampStanding = stampStanding
    self.voidedAt = voidedAt
    self.voidCheck = voidCheck
    self.path = path
    self.key = key
  }
}

/// What a stamp on a machine is worth.
public enum StampStanding: String, Codable, Sendable, CaseIterable {
  case valid
  case expired
  /// The clock of the machine stands before the day of issue.
  case clockSetBack = "clock_set_back"
  case voided
  /// The daemon saw a finding that makes it void.
  case voidedByEvent = "voided_by_event"
  case otherMachine = "other_machine"
  /// A part of the machine is another than when it was stamped.
  case machineChanged = "machine_changed"
  /// A key for tests signed it, and the machine is one in use; or the other way round.
  case testKey = "test_key"
  /// Its signature does not verify with the keys that this machine trusts.
  case notAuthentic = "not_authentic"
}
