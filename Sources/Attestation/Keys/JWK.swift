import Foundation

/// A key as a file holds it: a JSON Web Key (RFC 7517, RFC 7518 section 6, RFC 8037 section 2) with members of ours.
struct JWK: Codable, Equatable {
  var kty: String
  var crv: String?
  var use = "sig"
  var kid: String
  var name: String
  /// Unix seconds.
  var created: Int64
  var x: String?
  var y: String?
  var n: String?
  var e: String?
  /// Private part, as it is; only in private key files without a passphrase.
  var d: String?
  /// Private part below a passphrase.
  var sealed: SealedKey?
  /// Where a token keeps the private part (RFC 7512).
  var token: String?
  /// Present and true for keys of tests and demonstrations.
  var isTest: Bool?

  static let members = Set(CodingKeys.allCases.map(\.rawValue))

  enum CodingKeys: String, CodingKey, CaseIterable {
    case kty, crv, use, kid, name, created, x, y, n, e, d
    case sealed = "airseal:sealed"
    case token = "airseal:pkcs11"
    case isTest = "airseal:test"
  }

  init(_ key: PublicKey) {
    kid = key.kid
    name = key.name
    created = key.created
    isTest = key.isTest ? true : nil
    switch key.material {
    case .ed25519(let x):
      (kty, crv, self.x) = ("OKP", "Ed25519", Base64URL.encode(x))
    case .p256(let x, let y):
      (kty, crv, self.x, self.y) = ("EC", "P-256", Base64URL.encode(x), Base64URL.encode(y))
    case .rsa(let n, let e):
      (kty, self.n, self.e) = ("RSA", Base64URL.encode(n), Base64URL.encode(e))
    }
  }

  var isPrivate: Bool { d != nil || sealed != nil || token != nil }

  /// The public numbers; throws `KeyFileError` for members that are missing, foreign to the kind of key, or no base64url.
  func material(_ path: String) throws(KeyFileError) -> KeyMaterial {
    guard use == "sig" else { throw KeyFileError(path, .unsupported) }
    switch (kty, crv) {
    case ("OKP", "Ed25519"):
      try refuse([("y", y), ("n", n), ("e", e)], path)
      return .ed25519(try bytes("x", x, path))
    case ("EC", "P-256"):
      try refuse([("n", n), ("e", e), ("d", d), ("airseal:sealed", sealed?.box)], path)
      return .p256(x: try bytes("x", x, path), y: try bytes("y", y, path))
    case ("RSA", nil):
      try refuse([("x", x), ("y", y), ("d", d), ("airseal:sealed", sealed?.box)], path)
      return .rsa(n: try bytes("n", n, path), e: try bytes("e", e, path))
    default: throw KeyFileError(path, .unsupported)
    }
  }

  private func refuse(_ members: [(String, String?)], _ path: String) throws(KeyFileError) {
    for (name, value) in members where value != nil { throw KeyFileError(path, .malformed(name)) }
  }

  private func bytes(_ name: String, _ text: String?, _ path: String) throws(KeyFileError) -> Data {
    guard let text, let data = Base64URL.decode(text) else { throw KeyFileError(path, .malformed(name)) }
    return data
  }
}
