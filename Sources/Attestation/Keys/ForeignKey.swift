import Crypto
import Foundation

/// An Ed25519 private key that another program wrote: PKCS#8 in PEM (RFC 5958, RFC 8410), or a JSON Web Key (RFC 8037).
public enum ForeignKey {
  /// What stands before the 32 bytes of the key in PKCS#8, without and with the public key behind it.
  private static let beginnings: [[UInt8]] = [
    [0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20],
    [0x30, 0x51, 0x02, 0x01, 0x01, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20],
  ]
  /// The object identifiers of RSA and of elliptic curves (RFC 3279), as DER has them.
  private static let otherKinds: [[UInt8]] = [
    [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01],
    [0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01],
  ]

  /// Reads a file that must belong to the caller or root, and that nobody else may read.
  ///
  /// `passphrase` is asked only where the file needs one. Throws `KeyFileError`, and what `passphrase` throws.
  public static func read(
    _ path: String, name: String, isTest: Bool = false, passphrase: () throws -> String = { "" }
  ) throws -> KeyPair {
    let data = try KeyFile.bytes(path, limit: KeyFile.maximumSize, check: KeyFile.exposure)
    guard let text = String(validating: data, as: UTF8.self) else { throw KeyFileError(path, .notAKey) }
    let secret = text.contains("-----BEGIN ") ? try pem(text, path, passphrase) : try jwk(data, path)
    do {
      return KeyPair(
        privateKey: try Curve25519.Signing.PrivateKey(rawRepresentation: secret), name: name,
        created: Int64(Date().timeIntervalSince1970), isTest: isTest)
    } catch {
      throw KeyFileError(path, .malformed("d"))
    }
  }

  private static func pem(
    _ text: String, _ path: String, _ passphrase: () throws -> String
  ) throws -> Data {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    guard let begin = lines.firstIndex(where: { $0.hasPrefix("-----BEGIN ") }) else {
      throw KeyFileError(path, .notAKey)
    }
    let label = lines[begin].dropFirst("-----BEGIN ".count).prefix { $0 != "-" }
    switch label {
    case "PRIVATE KEY", "ENCRYPTED PRIVATE KEY": break
    case "RSA PRIVATE KEY", "EC PRIVATE KEY", "EC PARAMETERS": throw KeyFileError(path, .notEd25519)
    case "PUBLIC KEY": throw KeyFileError(path, .isPublic)
    default: throw KeyFileError(path, .notAKey)
    }
    let body = lines[(begin + 1)...].prefix { !$0.hasPrefix("-----END") }.joined()
    guard var der = Data(base64Encoded: body).map(Array.init) else { throw KeyFileError(path, .notAKey) }
    if label == "ENCRYPTED PRIVATE KEY" {
      guard let sealed = EncryptedPKCS8(der: der) else { throw KeyFileError(path, .foreignPassphrase) }
      guard let plain = try sealed.open(passphrase()) else { throw KeyFileError(path, .wrongPassphrase) }
      der = plain
    }
    for beginning in beginnings where der.starts(with: beginning) && der.count == Int(beginning[1]) + 2 {
      return Data(der[beginning.count..<beginning.count + 32])
    }
    let isOther = otherKinds.contains { kind in der.indices.contains { der[$0...].starts(with: kind) } }
    throw KeyFileError(path, isOther ? .notEd25519 : .notAKey)
  }

  private static func jwk(_ data: Data, _ path: String) throws(KeyFileError) -> Data {
    let object: Any
    do {
      object = try JSONSerialization.jsonObject(with: data)
    } catch {
      throw KeyFileError(path, .notAKey)
    }
    guard let members = object as? [String: Any], let kind = members["kty"] as? String else {
      throw KeyFileError(path, .notAKey)
    }
    guard members["airseal:sealed"] == nil, members["airseal:pkcs11"] == nil else {
      throw KeyFileError(path, .ownKey)
    }
    guard members["d"] != nil else { throw KeyFileError(path, .isPublic) }
    guard kind == "OKP", members["crv"] as? String == "Ed25519" else { throw KeyFileError(path, .notEd25519) }
    guard let secret = (members["d"] as? String).flatMap({ Base64URL.decode($0) }), secret.count == 32 else {
      throw KeyFileError(path, .malformed("d"))
    }
    guard let x = members["x"] as? String, try publicHalf(secret, path) == Base64URL.decode(x) else {
      throw KeyFileError(path, .malformed("x"))
    }
    return secret
  }

  private static func publicHalf(_ secret: Data, _ path: String) throws(KeyFileError) -> Data {
    do {
      return try Curve25519.Signing.PrivateKey(rawRepresentation: secret).publicKey.rawRepresentation
    } catch {
      throw KeyFileError(path, .malformed("d"))
    }
  }
}
