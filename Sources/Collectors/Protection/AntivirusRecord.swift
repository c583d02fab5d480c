import Facts

/// What an operator declares, under a signature and for a time, of an antivirus product that cannot be asked.
public struct AntivirusRecord: Codable, Sendable, Equatable {
  public var product: String
  public var version: String?
  /// Unix seconds; nil for a licence that the product itself tells.
  public var licenceEnd: Int64?
  public var licenceHolder: String?
  /// When the signatures were built, Unix seconds.
  public var signaturesAt: Int64?
  public var signaturesVersion: String?
  /// How new signatures come in; nil where the record says nothing of it.
  public var updateSource: UpdateSource?
  /// Whether the product watches files as they are used.
  public var enabled: Bool
  /// What was seen and done.
  public var statement: String
  public var inspector: String
  public var unit: String
  /// Digest of the machine's identity that the record speaks of.
  public var machine: String
  /// Unix seconds.
  public var issued: Int64
  /// Unix seconds; the record says nothing of facts collected later.
  public var expires: Int64

  public init(
    product: String, version: String? = nil, licenceEnd: Int64? = nil, licenceHolder: String? = nil,
    signaturesAt: Int64? = nil, signaturesVersion: String? = nil, updateSource: UpdateSource? = nil,
    enabled: Bool, statement: String,
    inspector: String, unit: String, machine: String, issued: Int64, expires: Int64
  ) {
    self.product = product
    self.version = version
    self.licenceEnd = licenceEnd
    self.licenceHolder = licenceHolder
    self.signaturesAt = signaturesAt
    self.signaturesVersion = signaturesVersion
    self.updateSource = updateSource
    self.enabled = enabled
    self.statement = statement
    self.inspector = inspector
    self.unit = unit
    self.machine = machine
    self.issued = issued
    self.expires = expires
  }

  /// Fills in the fields that the product itself does not tell; what it told stays.
  func complete(_ row: inout AntivirusProduct, _ fields: [ProductField], now: Int64) {
    if row.updateSource == .unknown, let updateSource { row.updateSource = updateSource }
    if fields.contains(.version) { row.version = row.version ?? version }
    if fields.contains(.holder) { row.licenceHolder = row.licenceHolder ?? licenceHolder }
    if fields.contains(.licence), row.licence == .unknown, let licenceEnd {
      row.licence = licenceEnd >= now ? .valid : .expired
      row.licenceEnd = licenceEnd
      row.licenceHolder = row.licenceHolder ?? licenceHolder
    }
    if fields.contains(.signaturesAt), row.signaturesAt == nil, let signaturesAt {
      row.signaturesAt = signaturesAt
      row.signaturesVersion = row.signaturesVersion ?? signaturesVersion
      row.signatures = .declared
    }
    if fields.contains(.realTime), row.realTime == .unknown { row.realTime = enabled ? .on : .off }
  }

  /// The row of a product of which nothing else is known.
  func row(found path: String, now: Int64) -> AntivirusProduct {
    AntivirusProduct(
      product: product, version: version, present: true,
      licence: licenceEnd.map { $0 >= now ? .valid : .expired } ?? .unknown, licenceEnd: licenceEnd,
      licenceHolder: licenceHolder, signaturesAt: signaturesAt, signaturesVersion: signaturesVersion,
      signatures: signaturesAt == nil ? .missing : .declared, realTime: enabled ? .on : .off,
      enabled: enabled, basis: .declared, path: path)
  }
}

/// A record whose signature was verified.
public struct SignedAntivirusRecord: Sendable, Equatable {
  public let record: AntivirusRecord
  /// Whether the key that signed it is for tests and demonstrations only.
  public let isTest: Bool

  public init(record: AntivirusRecord, isTest: Bool) {
    self.record = record
    self.isTest = isTest
  }
}
