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
      .optionalTime("signatures_at", "When the signatures were built"),
      .code("signatures", "Whether the signatures can be trusted", SignatureState.self),
      .flag("enabled", "1 if it scans by itself (on access, or by a schedule)"),
      .text("path", "File that tells the signature date"),
    ])

  public var product: String
  public var version: String?
  public var present: Bool
  public var licence: LicenceState
  public var licenceEnd: Int64?
  public var signaturesAt: Int64?
  public var signatures: SignatureState
  public var enabled: Bool
  public var path: String

  public init(
    product: String, version: String? = nil, present: Bool = false, licence: LicenceState,
    licenceEnd: Int64? = nil, signaturesAt: Int64? = nil, signatures: SignatureState,
    enabled: Bool = false, path: String
  ) {
    self.product = product
    self.version = version
    self.present = present
    self.licence = licence
    self.licenceEnd = licenceEnd
    self.signaturesAt = signaturesAt
    self.signatures = signatures
    self.enabled = enabled
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
  /// Read, but nothing could verify them.
  case unverified
  case invalid
  case missing
}
