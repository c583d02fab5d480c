import Crypto
import Foundation

/// An Ed25519 key pair that signs statements.
public struct KeyPair: Signer {
  public let publicKey: PublicKey
  let privateKey: Curve25519.Signing.PrivateKey

  init(privateKey: Curve25519.Signing.PrivateKey, name: String, created: Int64, isTest: Bool) {
    self.privateKey = privateKey
    self.publicKey = PublicKey(
      checked: .ed25519(privateKey.publicKey.rawRepresentation), name: name, created: created, isTest: isTest)
  }

  /// A new key pair; `created` is in Unix seconds.
  public static func generate(
    name: String, isTest: Bool = false, created: Int64 = Int64(Date().timeIntervalSince1970)
  ) -> KeyPair {
    KeyPair(privateKey: .init(), name: name, created: created, isTest: isTest)
  }

  /// Reads a private key file; it must belong to the caller or root, and nobody else may read it.
  ///
  /// `passphrase` is asked only where the file needs one. Throws `KeyFileError`, and what `passphrase` throws.
  public init(
    file path: String, passphrase: () throws -> Passphrase = { Passphrase("") }
  ) throws {
    let jwk = try KeyFile.read(path, isSecret: true)
    let publicKey = try PublicKey(jwk, path)
    let raw = try Self.secret(jwk, path, passphrase)
    let privateKey: Curve25519.Signing.PrivateKey
    do {
      privateKey = try .init(rawRepresentation: raw)
    } catch {
      throw KeyFileError(path, .malformed("d"))
    }
    guard .ed25519(privateKey.publicKey.rawRepresentation) == publicKey.material else {
      throw KeyFileError(path, .malformed("x"))
    }
    self.publicKey = publicKey
    self.privateKey = privateKey
  }

  public func sign(_ data: Data) throws -> Data { try privateKey.signature(for: data) }

  /// Writes the private key with mode 0600, below a passphrase where one is given; an existing file is never replaced.
  ///
  /// Throws `KeyFileError`.
  public func write(to path: String, passphrase: Passphrase? = nil) throws {
    try write(to: path, passphrase: passphrase, cost: SealedKey.usualCost)
  }

  func write(to path: String, passphrase: Passphrase?, cost: Int) throws {
    var jwk = publicKey.jwk
    if let passphrase {
      jwk.sealed = try SealedKey.seal(
        privateKey.rawRepresentation, of: publicKey.kid, passphrase: passphrase, cost: cost)
    } else {
      jwk.d = Base64URL.encode(privateKey.rawRepresentation)
    }
    try KeyFile.write(jwk, to: path, mode: 0o600)
  }

  private static func secret(_ jwk: JWK, _ path: String, _ passphrase: () throws -> Passphrase) throws -> Data
  {
    switch (jwk.d, jwk.sealed, jwk.token) {
    case (let text?, nil, nil):
      guard let raw = Base64URL.decode(text) else { throw KeyFileError(path, .malformed("d")) }
      return raw
    case (nil, let sealed?, nil):
      guard sealed.isReadable else { throw KeyFileError(path, .malformed("airseal:sealed")) }
      guard let raw = sealed.open(of: jwk.kid, passphrase: try passphrase()) else {
        throw KeyFileError(path, .wrongPassphrase)
      }
      return raw
    case (nil, nil, .some): throw KeyFileError(path, .onToken)
    case (nil, nil, nil): throw KeyFileError(path, .isPublic)
    default: throw KeyFileError(path, .malformed("d"))
    }
  }
}
