import Crypto
import CryptoExtras
import Foundation

/// The numbers of a public key, as RFC 7518 section 6 and RFC 8037 section 2 name them.
public enum KeyMaterial: Sendable, Hashable {
  /// 32 bytes (RFC 8032).
  case ed25519(Data)
  /// A point of P-256, 32 bytes a coordinate.
  case p256(x: Data, y: Data)
  /// Modulus and exponent, big-endian, without leading zeros.
  case rsa(n: Data, e: Data)

  /// Why numbers are no key that is accepted.
  public enum Fault: Error, Equatable, Sendable {
    /// A length, a point off the curve, an even exponent.
    case malformed(String)
    /// Bits of an RSA modulus that is too short.
    case weak(Int)
  }

  /// Bits of the shortest and longest RSA modulus that is accepted.
  static let rsaBits = 2048...8192

  var algorithm: SignatureAlgorithm {
    switch self {
    case .ed25519: .edDSA
    case .p256: .es256
    case .rsa: .rs256
    }
  }

  /// Bytes of a signature.
  var signatureLength: Int {
    switch self {
    case .ed25519: 64
    case .p256: ES256Signature.length
    case .rsa(let n, _): n.count
    }
  }

  /// The text whose SHA-256 names the key (RFC 7638 section 3, RFC 8037 section 2).
  var thumbprintText: String {
    switch self {
    case .ed25519(let x): #"{"crv":"Ed25519","kty":"OKP","x":"\#(Base64URL.encode(x))"}"#
    case .p256(let x, let y):
      #"{"crv":"P-256","kty":"EC","x":"\#(Base64URL.encode(x))","y":"\#(Base64URL.encode(y))"}"#
    case .rsa(let n, let e): #"{"e":"\#(Base64URL.encode(e))","kty":"RSA","n":"\#(Base64URL.encode(n))"}"#
    }
  }

  /// Throws where the numbers are no key that is accepted.
  func check() throws(Fault) {
    switch self {
    case .ed25519(let x):
      guard x.count == 32 else { throw .malformed("x") }
    case .p256(let x, let y):
      guard x.count == 32, y.count == 32 else { throw .malformed("x") }
      do { _ = try P256.Signing.PublicKey(rawRepresentation: x + y) } catch { throw .malformed("y") }
    case .rsa(let n, let e):
      guard let top = n.first, top != 0, n.last.map({ $0 & 1 == 1 }) == true else { throw .malformed("n") }
      let bits = n.count * 8 - top.leadingZeroBitCount
      guard bits >= Self.rsaBits.lowerBound else { throw .weak(bits) }
      guard bits <= Self.rsaBits.upperBound else { throw .malformed("n") }
      guard let first = e.first, first != 0, e.count <= 4, e.count > 1 || first > 1,
        e.last.map({ $0 & 1 == 1 }) == true
      else { throw .malformed("e") }
      do { _ = try _RSA.Signing.PublicKey(n: n, e: e) } catch { throw .malformed("n") }
    }
  }

  func verifies(_ signature: Data, of signed: Data) -> Bool {
    guard signature.count == signatureLength else { return false }
    do {
      switch self {
      case .ed25519(let x):
        return try Curve25519.Signing.PublicKey(rawRepresentation: x).isValidSignature(signature, for: signed)
      case .p256(let x, let y):
        return try P256.Signing.PublicKey(rawRepresentation: x + y)
          .isValidSignature(P256.Signing.ECDSASignature(rawRepresentation: signature), for: signed)
      case .rsa(let n, let e):
        return try _RSA.Signing.PublicKey(n: n, e: e)
          .isValidSignature(
            _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: signed),
            padding: .insecurePKCS1v1_5)
      }
    } catch {
      return false
    }
  }
}
