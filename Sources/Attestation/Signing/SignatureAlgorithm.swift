/// Algorithms of signed statements (RFC 7518 section 3.1, RFC 8037 section 3.1); each kind of key has one.
public enum SignatureAlgorithm: String, Sendable, Codable, CaseIterable {
  /// Ed25519.
  case edDSA = "EdDSA"
  /// ECDSA on P-256 with SHA-256; the signature is r and s, 32 bytes each.
  case es256 = "ES256"
  /// RSASSA-PKCS1-v1_5 with SHA-256.
  case rs256 = "RS256"
}
