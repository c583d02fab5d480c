/// A waiver that the register knows; times in Unix seconds.
public struct WaiverEntry: Codable, Sendable, Equatable {
  /// SHA-256 of the signed text.
  public var digest: String
  public var check: String
  /// Subjects, one a line.
  public var scope: String
  public var basis: String
  public var approver: String
  public var unit: String
  public var machine: String
  public var issued: Int64
  public var expires: Int64
  public var key: String

  public init(
    digest: String, check: String, scope: String, basis: String, approver: String, unit: String,
    machine: String, issued: Int64, expires: Int64, key: String
  ) {
    self.digest = digest
    self.check = check
    self.scope = scope
    self.basis = basis
    self.approver = approver
    self.unit = unit
    self.machine = machine
    self.issued = issued
    self.expires = expires
    self.key = key
  }
}
