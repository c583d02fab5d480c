/// An antivirus product and its state.
public struct AntivirusProduct: Fact {
  public static let table = Table(
    "antivirus_product", "An antivirus product and its state",
    [
      .text("product", "Product"),
      .optionalText("version", "Version of the engine"),
      .flag("present", "1 if its programs are installed"),
      .code("licence", "State of the licence", LicenceState.self),
      .optionalTime("licence_end", "End of the licence"),
      .optionalText("licence_holder", "Who holds the licence"),
      .optionalTime("signatures_at", "When the signatures were built"),
      .optionalText("signatures_version", "Version of the signatures"),
      .code("signatures", "Whether the signatures can be trusted", SignatureState.self),
      .code("update_source", "Where new signatures come from", UpdateSource.self),
      .code("real_time", "Whether it watches files as they are used", SwitchState.self),
      .flag("enabled", "1 if it scans by itself (on access, or by a schedule)"),
      .optionalTime("last_scan_at", "End of the last scan"),
      .optionalInteger("last_scan_found", "Infected files that the last scan found"),
      .code("basis", "What the state is known from", AntivirusBasis.self),
      .text("path", "File that tells the signature date"),
    ])

  public var product: String
  public var version: String?
  public var present: Bool
  public var licence: LicenceState
  public var licenceEnd: Int64?
  public var licenceHolder: String?
  public var signaturesAt: Int64?
  public var signaturesVersion: String?
  public var signatures: SignatureState
  public var updateSource: UpdateSource
  public var realTime: SwitchState
  public var enabled: Bool
  public var lastScanAt: Int64?
  public var lastScanFound: Int64?
  public var basis: AntivirusBasis
  public var path: String

  public init(
    product: String, version: String? = nil, present: Bool = false, licence: LicenceState,
    licenceEnd: Int64? = nil, licenceHolder: String? = nil, signaturesAt: Int64? = nil,
    signaturesVersion: String? = nil, signatures: SignatureState, updateSource: UpdateSource = .unknown,
    realTime: SwitchState = .unknown, enabled: Bool = false, lastScanAt: Int64? = nil,
    lastScanFound: Int64? = nil, basis: AntivirusBasis = .files, path: String
  ) {
    self.product = product
    self.version = version
    self.present = present
    self.licence = licence
    self.licenceEnd = licenceEnd
    self.licenceHolder = licenceHolder
    self.signaturesAt = signaturesAt
    self.signaturesVersion = signaturesVersion
    self.signatures = signatures
    self.updateSource = updateSource
    self.realTime = realTime
    self.enabled = enabled
    self.lastScanAt = lastScanAt
    self.lastScanFound = lastScanFound
    self.basis = basis
    self.path = path
  }
}

/// State of a licence.
public enum LicenceState: String, Codable, Sendable, CaseIterable {
  case free
  case valid
  case expired
  case unknown
}

/// Whether antivirus signatures can be trusted.
public enum SignatureState: String, Codable, Sendable, CaseIterable {
  case verified
  /// The product itself says that it has loaded them.
  case reported
  /// An operator declares them under a signature.
  case declared
  /// Read, but nothing could verify them.
  case unverified
  case invalid
  case missing
}

/// Where new signatures come from.
public enum UpdateSource: String, Codable, Sendable, CaseIterable {
  /// The vendor's servers on the Internet.
  case internet
  /// A management server of the unit.
  case server
  /// A folder or medium of this machine.
  case local
  case unknown
}

/// A switch of a product.
public enum SwitchState: String, Codable, Sendable, CaseIterable {
  case on
  case off
  case unknown
}

/// What the state of a product is known from.
public enum AntivirusBasis: String, Codable, Sendable, CaseIterable {
  /// The product's own program was asked.
  case asked
  /// Its files were read.
  case files
  /// Only its name was found.
  case named
  /// An operator declares it under a signature.
  case declared
}
