import Crypto
import Foundation

/// The public half of a key pair: what a machine pins in order to trust its signatures.
public struct PublicKey: Sendable, Hashable {
  /// SHA-256 thumbprint of the key (RFC 7638, RFC 8037 appendix A.3), base64url.
  public let kid: String
  /// Whose key it is.
  public let name: String
  /// When it was made, Unix seconds.
  public let created: Int64
  /// Whether it is for tests and demonstrations; callers let it speak of recordings and roots only.
  public let isTest: Bool
  /// 32 bytes.
  public let raw: Data

  init(raw: Data, name: String, created: Int64, isTest: Bool) {
    self.kid = Self.thumbprint(raw)
    self.name = name
    self.created = created
    self.isTest = isTest
    self.raw = raw
  }

  /// Reads a public key file.
  ///
  /// Throws `KeyFileError`, also for a private key.
  public init(file path: String) throws(KeyFileError) {
    let jwk = try KeyFile.read(path)
    guard jwk.d == nil else { throw KeyFileError(path, .isPrivate) }
    self = try PublicKey(jwk, path)
  }

  init(_ jwk: JWK, _ path: String) throws(KeyFileError) {
    guard jwk.kty == "OKP", jwk.crv == "Ed25519", jwk.use == "sig" else {
      throw KeyFileError(path, .notEd25519)
    }
    guard let raw = Base64URL.decode(jwk.x), raw.count == 32 else {
      throw KeyFileError(path, .malformed("x"))
    }
    self.init(raw: raw, name: jwk.name, created: jwk.created, isTest: jwk.isTest ?? false)
    guard kid == jwk.kid else { throw KeyFileError(path, .malformed("kid")) }
  }

  /// Writes the key as a JSON Web Key, readable by everybody; an existing file is never replaced.
  public func write(to path: String) throws(KeyFileError) {
    try KeyFile.write(jwk, to: path, mode: 0o644)
  }

  var jwk: JWK {
    JWK(kid: kid, name: name, created: created, x: Base64URL.encode(raw), isTest: isTest ? true : nil)
  }

  func verifies(_ signature: Data, of signed: Data) -> Bool {
    do {
      return try Curve25519.Signing.PublicKey(rawRepresentation: raw)
        .isValidSignature(signature, for: signed)
    } catch {
      return false
    }
  }

  static func thumbprint(_ raw: Data) -> String {
    let text = #"{"crv":"Ed25519","kty":"OKP","x":"\#(Base64URL.encode(raw))"}"#
    return Base64URL.encode(SHA256.hash(data: Data(text.utf8)))
  }
}
