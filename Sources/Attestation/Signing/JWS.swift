import Foundation

/// Signed texts: compact JWS (RFC 7515) with EdDSA, ES256 or RS256, one form only.
public enum JWS {
  /// Bytes of the longest text that is read or written.
  public static let maximumLength = 64 * 1024

  /// The protected header; nothing else may stand in it.
  struct Header: Codable, Equatable {
    var alg: String
    var kid: String
    var typ: String
  }

  /// Signs a payload as a statement of the given type.
  ///
  /// Throws `SignatureError.tooLong`, `SignatureError.notSigned` where the signer's signature does not fit its
  /// public key, and what the signer throws.
  public static func sign(payload: Data, type: String, with signer: any Signer) throws -> String {
    let key = signer.publicKey
    let header = try CanonicalJSON.encode(Header(alg: key.algorithm.rawValue, kid: key.kid, typ: type))
    let signed = "\(Base64URL.encode(header)).\(Base64URL.encode(payload))"
    guard signed.utf8.count <= maximumLength else { throw SignatureError.tooLong(signed.utf8.count) }
    let signature = key.canonical(try signer.sign(Data(signed.utf8)))
    guard key.verifies(signature, of: Data(signed.utf8)) else { throw SignatureError.notSigned(key.kid) }
    let text = "\(signed).\(Base64URL.encode(signature))"
    guard text.utf8.count <= maximumLength else { throw SignatureError.tooLong(text.utf8.count) }
    return text
  }

  /// Signs the canonical JSON of a value as a statement of the given type.
  public static func sign(_ value: some Encodable, type: String, with signer: any Signer) throws -> String {
    try sign(payload: CanonicalJSON.encode(value), type: type, with: signer)
  }

  /// The payload of a text that a pinned key signed as a statement of the given type.
  ///
  /// The key and its algorithm come from the trust store only; the header merely names the key.
  /// Throws `SignatureError`.
  public static func verify(
    _ text: String, type: String, trust: TrustStore
  ) throws(SignatureError) -> VerifiedPayload {
    guard text.utf8.count <= maximumLength else { throw .tooLong(text.utf8.count) }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3 else { throw .notCompact }
    guard let headerData = Base64URL.decode(parts[0]) else { throw .notBase64URL(.header) }
    guard let payload = Base64URL.decode(parts[1]) else { throw .notBase64URL(.payload) }
    guard let signature = Base64URL.decode(parts[2]) else { throw .notBase64URL(.signature) }
    let header = try self.header(headerData)
    guard header.typ == type else { throw .type(expected: type, found: header.typ) }
    guard let key = trust.key(header.kid) else { throw .unknownKey(header.kid) }
    guard header.alg == key.algorithm.rawValue else {
      throw .otherAlgorithm(expected: key.algorithm, found: header.alg)
    }
    guard signature.count == key.signatureLength else {
      throw .signatureLength(signature.count, expected: key.signatureLength)
    }
    let signed = Data(text.utf8.prefix(parts[0].utf8.count + 1 + parts[1].utf8.count))
    guard key.verifies(signature, of: signed) else { throw .notSigned(key.kid) }
    guard key.canonical(signature) == signature else { throw .signatureNotCanonical }
    if let revocation = trust.revocation(ofKey: key.kid) { throw .revokedKey(key.kid, revocation.reason) }
    return VerifiedPayload(data: payload, key: key)
  }

  private static func header(_ data: Data) throws(SignatureError) -> Header {
    let object: Any
    do {
      object = try JSONSerialization.jsonObject(with: data)
    } catch {
      throw .headerUnreadable
    }
    guard let members = object as? [String: Any] else { throw .headerUnreadable }
    guard let algorithm = members["alg"] as? String else { throw .headerMembers(members.keys.sorted()) }
    guard SignatureAlgorithm(rawValue: algorithm) != nil else { throw .algorithm(algorithm) }
    guard Set(members.keys) == ["alg", "kid", "typ"], members["kid"] is String, members["typ"] is String
    else { throw .headerMembers(members.keys.sorted()) }
    guard let header = CanonicalJSON.decode(Header.self, from: data) else { throw .headerNotCanonical }
    return header
  }
}
