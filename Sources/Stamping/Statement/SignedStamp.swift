import Attestation
import Foundation

/// A stamp whose signature was verified with a pinned key.
public struct SignedStamp: Sendable, Equatable {
  public let stamp: Stamp
  public let key: PublicKey
  public let jws: String

  /// Verifies one signed text; throws `SignatureError`, also `payload` for a verdict that is no pass.
  public init(_ jws: String, trust: TrustStore) throws(SignatureError) {
    let verified = try JWS.verify(jws, type: Statement.stamp, trust: trust)
    stamp = try verified.decode(Stamp.self)
    guard stamp.verdict == Stamp.passed else { throw .payload }
    key = verified.key
    self.jws = jws
  }

  /// Reads a file that holds one stamp; throws `KeyFileError` and `SignatureError`.
  public init(file path: String, trust: TrustStore) throws {
    let lines = try AnswerFile.read(path)
    guard lines.count == 1 else { throw SignatureError.notCompact }
    try self.init(lines[0].jws, trust: trust)
  }

  /// SHA-256 of the signed text, hex.
  public var digest: String { IdentityParts.digest(jws) }
}
