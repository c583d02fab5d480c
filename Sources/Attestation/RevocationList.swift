/// Keys and stamps that were revoked: signed lines, to which lines are only added.
///
/// Any pinned key may revoke; what a test key says counts for test keys and their stamps only.
public struct RevocationList: Sendable, Equatable {
  /// The name of the file in a folder of pinned keys.
  public static let fileName = "revocations.jws"

  private var keys: [String: Revocation] = [:]
  private var stamps: [String: Revocation] = [:]

  public init() {}

  /// Takes in the lines of a file; throws `RevocationError` for the first line that does not verify, and `KeyFileError`.
  public mutating func read(_ path: String, keys pinned: [String: PublicKey]) throws {
    for (line, jws) in try AnswerFile.read(path, isTrusted: true) {
      do throws(SignatureError) {
        try add(jws, keys: pinned)
      } catch {
        throw RevocationError(path: path, line: line, cause: error)
      }
    }
  }

  /// Takes in one signed line; revoked keys may still revoke, so that a lost key can be ended with itself.
  mutating func add(_ jws: String, keys pinned: [String: PublicKey]) throws(SignatureError) {
    let verified = try JWS.verify(
      jws, type: Statement.revocation, trust: TrustStore(keys: Array(pinned.values)))
    let revocation = try verified.decode(Revocation.self)
    guard revocation.isWhole else { throw .payload }
    let subject = revocation.kid ?? revocation.issuer ?? ""
    if verified.key.isTest, pinned[subject].map(\.isTest) != true { return }
    if let kid = revocation.kid {
      if keys[kid].map({ $0.revoked <= revocation.revoked }) != true { keys[kid] = revocation }
    } else if let stamp = revocation.stamp {
      let name = "\(subject)/\(stamp)"
      if stamps[name].map({ $0.revoked <= revocation.revoked }) != true { stamps[name] = revocation }
    }
  }

  /// The earliest revocation of a key.
  public func revocation(ofKey kid: String) -> Revocation? { keys[kid] }

  /// The earliest revocation of a stamp that the key `issuer` made.
  public func revocation(ofStamp serial: String, issuer: String) -> Revocation? {
    stamps["\(issuer)/\(serial)"]
  }
}

/// A line of a revocation list that cannot be used.
public struct RevocationError: Error {
  public let path: String
  public let line: Int
  public let cause: SignatureError
}
