/// An Ed25519 key as a file holds it: a JSON Web Key (RFC 8037 section 2) with members of ours.
struct JWK: Codable, Equatable {
  var kty = "OKP"
  var crv = "Ed25519"
  var use = "sig"
  var kid: String
  var name: String
  /// Unix seconds.
  var created: Int64
  var x: String
  /// Private part; only in private key files.
  var d: String?
  /// Present and true for keys of tests and demonstrations.
  var isTest: Bool?

  static let members: Set<String> = ["kty", "crv", "use", "kid", "name", "created", "x", "d", "airseal:test"]

  enum CodingKeys: String, CodingKey {
    case kty, crv, use, kid, name, created, x, d
    case isTest = "airseal:test"
  }
}
