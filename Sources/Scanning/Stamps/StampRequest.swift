/// What a person decides when a stamp is issued.
public struct StampRequest: Sendable {
  /// The body that issues.
  public var issuer: String
  public var inspector: String
  /// The unit that uses the machine.
  public var unit: String
  /// Unix seconds.
  public var issued: Int64
  public var validUntil: Int64
  /// Seals on case and ports.
  public var seals: [String]

  public init(
    issuer: String, inspector: String, unit: String, issued: Int64, validUntil: Int64, seals: [String] = []
  ) {
    self.issuer = issuer
    self.inspector = inspector
    self.unit = unit
    self.issued = issued
    self.validUntil = validUntil
    self.seals = seals
  }
}
