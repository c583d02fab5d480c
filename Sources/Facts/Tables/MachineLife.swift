/// A witness of how old the machine and its installation are.
public struct MachineLife: Fact {
  public static let table = Table(
    "machine_life", "A witness of how old the machine and its installation are",
    [
      .text("source", "Collector"),
      .code("witness", "What tells it", LifeWitness.self),
      .text("path", "File, folder or device"),
      .optionalTime("at", "When"),
      .optionalInteger("hours", "Hours that the disk was powered"),
      .optionalInteger("cycles", "Times that the disk was powered on"),
      .flag("earlier_life", "1 if it proves a life that nobody vouches for"),
      .code("vouched_by", "What vouches for the disk's past", OriginBasis.self),
      .optionalTime("vouched_since", "Day from which it does"),
    ])

  public var source: String
  public var witness: LifeWitness
  public var path: String
  public var at: Int64?
  public var hours: Int64?
  public var cycles: Int64?
  public var earlierLife: Bool
  public var vouchedBy: OriginBasis
  public var vouchedSince: Int64?

  public init(
    source: String, witness: LifeWitness, path: String, at: Int64? = nil, hours: Int64? = nil,
    cycles: Int64? = nil, earlierLife: Bool = false, vouchedBy: OriginBasis = .none,
    vouchedSince: Int64? = nil
  ) {
    self.source = source
    self.witness = witness
    self.path = path
    self.at = at
    self.hours = hours
    self.cycles = cycles
    self.earlierLife = earlierLife
    self.vouchedBy = vouchedBy
    self.vouchedSince = vouchedSince
  }
}

/// What tells of the age of a machine.
public enum LifeWitness: String, Codable, Sendable, CaseIterable {
  case fileSystem = "file_system"
  case installerLog = "installer_log"
  case firstBoot = "first_boot"
  case packageDatabase = "package_database"
  case firmwareDate = "firmware_date"
  case diskPower = "disk_power"
  case homeFolder = "home_folder"
  case hostKey = "host_key"
}
