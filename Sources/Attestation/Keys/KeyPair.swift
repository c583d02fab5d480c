import Crypto
import Foundation

/// An Ed25519 key pair that signs statements.
public struct KeyPair: Sendable {
  public let publicKey: PublicKey
  let privateKey: Curve25519.Signing.PrivateKey

  init(privateKey: Curve25519.Signing.PrivateKey, name: String, created: Int64, isTest: Bool) {
    self.privateKey = privateKey
    self.publicKey = PublicKey(
      raw: privateKey.publicKey.rawRepresentation, name: name, created: created, isTest: isTest)
  }

  /// A new key pair; `created` is in Unix seconds.
  public static func generate(
    name: String, isTest: Bool = false, created: Int64 = Int64(Date().timeIntervalSince1970)
  ) -> KeyPair {
    KeyPair(privateKey: .init(), name: name, created: created, isTest: isTest)
  }

  /// Reads a private key file; it must belong to the caller or root, and nobody else may read it.
  ///
  /// Throws `KeyFileError`.
  public init(file path: String) throws(KeyFileError) {
    let jwk = try KeyFile.read(path, isSecret: true)
    let publicKey = try PublicKey(jwk, path)
    guard let text = jwk.d else { throw KeyFileError(path, .isPublic) }
    let privateKey: Curve25519.Signing.PrivateKey
    do {
      guard let raw = Base64URL.decode(text) else { throw KeyFileError(path, .malformed("d")) }
      privateKey = try .init(rawRepresentation: raw)
    } catch {
      throw KeyFileError(path, .malformed("d"))
    }
    guard privateKey.publicKey.rawRepresentation == publicKey.raw else {
      throw KeyFileError(path, .malformed("x"))
    }
    self.publicKey = publicKey
    self.privateKey = privateKey
  }

  /// Writes the private key with mode 0600; an existing file is never replaced.
  ///
  /// Throws `KeyFileError`.
  public func write(to path: String) throws(KeyFileError) {
    var jwk = publicKey.jwk
    jwk.d = Base64URL.encode(privateKey.rawRepresentation)
    try KeyFile.write(jwk, to: path, mode: 0o600)
  }
}
