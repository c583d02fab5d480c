import Foundation

/// What the QR code of a printed stamp says; the key that signs it is the issuer.
///
/// Members have one letter each, so that the code stays readable on a small label.
public struct Tem: Codable, Sendable, Equatable {
  /// Bytes of the longest signed text by EdDSA or ES256.
  public static let shortLimit = 400

  /// Serial of the stamp.
  public var serial: String
  /// Unix seconds.
  public var issued: Int64
  /// Unix seconds; nil where the stamp has no end.
  public var until: Int64?
  /// The edition of the law under which the verdict was given.
  public var edition: String
  /// The verdict's code.
  public var verdict: String
  /// SHA-256 over machine, baseline and facts, as the stamp has them; base64url.
  public var digest: String

  enum CodingKeys: String, CodingKey {
    case serial = "s"
    case issued = "i"
    case until = "u"
    case edition = "e"
    case verdict = "v"
    case digest = "d"
  }

  public init(
    serial: String, issued: Int64, until: Int64?, edition: String, verdict: String, digest: String
  ) {
    self.serial = serial
    self.issued = issued
    self.until = until
    self.edition = edition
    self.verdict = verdict
    self.digest = digest
  }

  /// The compact JWS that stands in the QR code.
  ///
  /// Throws `SignatureError.tooLong` for serials and editions that do not leave room, and what the signer throws.
  public func sign(with signer: any Signer) throws -> String {
    let text = try JWS.sign(self, type: Statement.tem, with: signer)
    guard signer.publicKey.algorithm == .rs256 || text.utf8.count <= Self.shortLimit else {
      throw SignatureError.tooLong(text.utf8.count)
    }
    return text
  }

  /// What a QR code says, and the pinned key that signed it; throws `SignatureError`.
  public static func verify(
    _ text: String, trust: TrustStore
  ) throws(SignatureError) -> (tem: Tem, key: PublicKey) {
    let verified = try JWS.verify(text, type: Statement.tem, trust: trust)
    return (try verified.decode(Tem.self), verified.key)
  }

  /// Eight letters and digits for reading aloud, from the digest; without I, L, O and U (Crockford's base 32).
  public var shortCode: String {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let bytes = Array((Base64URL.decode(digest) ?? Data()).prefix(5)) + [UInt8](repeating: 0, count: 5)
    let bits = bytes.prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let letters = (0..<8).map { alphabet[Int(bits >> UInt64(35 - 5 * $0) & 31)] }
    return String(letters[..<4]) + "-" + String(letters[4...])
  }
}
