/// A signed line that ends the force of a key or of a stamp, for every machine that it reaches.
public struct Revocation: Codable, Sendable, Equatable {
  /// Why; the first three are reasons of RFC 5280 section 5.3.1.
  public enum Reason: String, Codable, Sendable, CaseIterable {
    /// The private key is, or may be, in other hands.
    case keyCompromise
    case superseded
    case cessationOfOperation
    /// The printed stamp was lost, torn or put on another machine.
    case stampLost
    /// The machine is no longer what was certified.
    case machineChanged
    /// Issued by mistake.
    case issuedInError
  }

  /// A key that counts no more; nil where a stamp is revoked.
  public var kid: String?
  /// Serial of a stamp that counts no more; nil where a key is revoked.
  public var stamp: String?
  /// The key that issued that stamp.
  public var issuer: String?
  public var reason: Reason
  /// Unix seconds.
  public var revoked: Int64

  /// Ends the force of all signatures of a key.
  public init(kid: String, reason: Reason, revoked: Int64) {
    self.kid = kid
    self.reason = reason
    self.revoked = revoked
  }

  /// Ends the force of a stamp that the key `issuer` made.
  public init(stamp: String, issuer: String, reason: Reason, revoked: Int64) {
    self.stamp = stamp
    self.issuer = issuer
    self.reason = reason
    self.revoked = revoked
  }

  /// Either a key or a stamp with its issuer, never both.
  var isWhole: Bool { kid != nil ? stamp == nil && issuer == nil : stamp != nil && issuer != nil }

  /// As one line of a revocation list.
  public func sign(with signer: any Signer) throws -> String {
    try JWS.sign(self, type: Statement.revocation, with: signer)
  }
}

extension Revocation.Reason {
  /// In Vietnamese and English.
  public var words: [String] {
    switch self {
    case .keyCompromise: ["khoá bị lộ", "the key is compromised"]
    case .superseded: ["đã thay thế", "superseded"]
    case .cessationOfOperation: ["ngừng sử dụng", "out of use"]
    case .stampLost: ["tem mất, rách hoặc dán sai máy", "the stamp is lost, torn or on another machine"]
    case .machineChanged: ["máy đã thay đổi", "the machine has changed"]
    case .issuedInError: ["cấp nhầm", "issued by mistake"]
    }
  }
}
