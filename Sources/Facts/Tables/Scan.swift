/// The act of collecting, one row.
public struct Scan: Fact {
  public static let table = Table(
    "scan", "The act of collecting, one row",
    [
      .integer("collected_at", "When the facts were collected (Unix seconds)"),
      .integer("utc_offset", "Offset of the machine's local time, seconds east of UTC"),
      .code("nature", "Where the facts come from", ScanNature.self),
      .flag("live_hardware", "1 if hardware tables describe the running machine"),
      .text("root", "Folder that was read as the machine's root"),
      .integer("effective_uid", "User id that airseal ran as"),
      .code("occasion", "What the scan was made for", ScanOccasion.self),
      .text("airseal_version", "Version of airseal that collected"),
    ])

  public var collectedAt: Int64
  public var utcOffset: Int64
  public var nature: ScanNature
  public var liveHardware: Bool
  public var root: String
  public var effectiveUid: Int64
  public var occasion: ScanOccasion
  public var airsealVersion: String

  public init(
    collectedAt: Int64, utcOffset: Int64, nature: ScanNature, liveHardware: Bool, root: String,
    effectiveUid: Int64, occasion: ScanOccasion = .inspection, airsealVersion: String
  ) {
    self.collectedAt = collectedAt
    self.utcOffset = utcOffset
    self.nature = nature
    self.liveHardware = liveHardware
    self.root = root
    self.effectiveUid = effectiveUid
    self.occasion = occasion
    self.airsealVersion = airsealVersion
  }
}

/// What a scan is made for.
public enum ScanOccasion: String, Codable, Sendable, CaseIterable {
  case inspection
  /// A check between inspections, which no stamp may rest on.
  case selfCheck = "self_check"
}

/// Where facts come from.
public enum ScanNature: String, Codable, Sendable, CaseIterable {
  case live
  case root
  case recording
  /// A removable medium.
  case medium
}
