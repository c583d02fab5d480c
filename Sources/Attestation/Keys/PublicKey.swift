import Crypto
import Foundation

/// The public half of a key pair: what a machine pins in order to trust its signatures.
public struct PublicKey: Sendable, Hashable {
  /// SHA-256 thumbprint of the key (RFC 7638, RFC 8037 appendix A.3), base64url.
  public let kid: String
  /// Whose key it is.
  public let name: String
  /// When it was made or registered, Unix seconds.
  public let created: Int64
  /// Whether it is for tests and demonstrations; callers let it speak of recordings and roots only.
  public let isTest: Bool
  public let material: KeyMaterial

  /// The one algorithm that its signatures may have.
  public var algorithm: SignatureAlgorithm { material.algorithm }

  /// Bytes of its signatures.
  var signatureLength: Int { material.signatureLength }

  /// A key from its numbers; throws `KeyMaterial.Fault` for numbers that are no key or a weak one.
  public init(
    _ material: KeyMaterial, name: String, created: Int64 = Int64(Date().timeIntervalSince1970),
    isTest: Bool = false
  ) throws(KeyMaterial.Fault) {
    try material.check()
    self.init(checked: material, name: name, created: created, isTest: isTest)
  }

  init(checked material: KeyMaterial, name: String, created: Int64, isTest: Bool) {
    self.kid = Base64URL.encode(SHA256.hash(data: Data(material.thumbprintText.utf8)))
    self.name = name
    self.created = created
    self.isTest = isTest
    self.material = material
  }

  /// Reads a public key file.
  ///
  /// Throws `KeyFileError`, also for a private key.
  public init(file path: String) throws(KeyFileError) {
    let jwk = try KeyFile.read(path)
    guard !jwk.isPrivate else { throw KeyFileError(path, .isPrivate) }
    self = try PublicKey(jwk, path)
  }

  init(_ jwk: JWK, _ path: String) throws(KeyFileError) {
    let material = try jwk.material(path)
    do throws(KeyMaterial.Fault) {
      try self.init(material, name: jwk.name, created: jwk.created, isTest: jwk.isTest ?? false)
    } catch {
      switch error {
      case .malformed(let member): throw KeyFileError(path, .malformed(member))
      case .weak(let bits): throw KeyFileError(path, .weak(bits))
      }
    }
    guard kid == jwk.kid else { throw KeyFileError(path, .malformed("kid")) }
  }

  /// Writes the key as a JSON Web Key, readable by everybody; an existing file is never replaced.
  public func write(to path: String) throws(KeyFileError) {
    try KeyFile.write(jwk, to: path, mode: 0o644)
  }

  var jwk: JWK { JWK(self) }

  func verifies(_ signature: Data, of signed: Data) -> Bool { material.verifies(signature, of: signed) }

  /// The one form of a signature that is accepted.
  func canonical(_ signature: Data) -> Data {
    algorithm == .es256 ? ES256Signature.canonical(signature) : signature
  }
}
