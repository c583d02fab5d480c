/// What a signed record of a disk's origin says, and what it is worth for this machine.
public struct MachineOrigin: Fact {
  public static let table = Table(
    "machine_origin", "A signed record of where a disk comes from",
    [
      .code("origin_basis", "What the record rests on", OriginBasis.self),
      .optionalText("disk", "Serial of the disk; empty where the record does not verify"),
      .optionalTime("vouched_since", "Day from which the record vouches for the disk"),
      .optionalInteger("hours", "Hours that the disk had been powered by then"),
      .optionalText("document", "Number of the invoice or of the wiping record"),
      .optionalText("inspector", "Who signed it"),
      .optionalText("unit", "Unit of the signer"),
      .code("origin_standing", "Whether the record counts", OriginStanding.self),
      .text("path", "File"),
      .optionalText("key", "Key that signed it"),
    ])

  public var originBasis: OriginBasis
  public var disk: String?
  public var vouchedSince: Int64?
  public var hours: Int64?
  public var document: String?
  public var inspector: String?
  public var unit: String?
  public var originStanding: OriginStanding
  public var path: String
  public var key: String?

  public init(
    originBasis: OriginBasis, disk: String? = nil, vouchedSince: Int64? = nil, hours: Int64? = nil,
    document: String? = nil, inspector: String? = nil, unit: String? = nil, originStanding: OriginStanding,
    path: String, key: String? = nil
  ) {
    self.originBasis = originBasis
    self.disk = disk
    self.vouchedSince = vouchedSince
    self.hours = hours
    self.document = document
    self.inspector = inspector
    self.unit = unit
    self.originStanding = originStanding
    self.path = path
    self.key = key
  }
}

/// What says where a disk comes from, or what is known of its past.
public enum OriginBasis: String, Codable, Sendable, CaseIterable {
  /// Nothing but the installation itself.
  case none
  /// An invoice or handover record of a new disk.
  case purchase
  /// A record of secure wiping.
  case wiping
  /// A stamp that holds: the machine was inspected before.
  case stamp
}

/// Whether an origin record counts.
public enum OriginStanding: String, Codable, Sendable, CaseIterable {
  case valid
  /// No disk of this machine that can be seen bears the serial.
  case diskNotFound = "disk_not_found"
  /// The disk ran for fewer hours than the record says, or for more than there were since its day.
  case contradicted
  /// Nobody can tell what the disk did between the record's day and a much later installation.
  case installedLater = "installed_later"
  /// Its day lies after the scan.
  case future
  /// A key for tests signed it, and the machine is one in use.
  case testKey = "test_key"
  /// Its signature does not verify with the keys that are trusted.
  case notAuthentic = "not_authentic"
}
