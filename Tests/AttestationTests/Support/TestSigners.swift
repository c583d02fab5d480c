import Crypto
import CryptoExtras
import Foundation

@testable import Attestation

/// An ECDSA key in memory, as a token would hold it; makes both forms of s.
struct P256Signer: Signer {
  let publicKey: PublicKey
  let privateKey = P256.Signing.PrivateKey()

  init(name: String = "P-256") throws {
    let raw = privateKey.publicKey.rawRepresentation
    publicKey = try PublicKey(
      .p256(x: raw.prefix(32), y: Data(raw.suffix(32))), name: name, created: 1, isTest: true)
  }

  func sign(_ data: Data) throws -> Data { try privateKey.signature(for: data).rawRepresentation }
}

/// An RSA key in memory.
struct RSASigner: Signer {
  let publicKey: PublicKey
  let privateKey: _RSA.Signing.PrivateKey

  init(name: String = "RSA") throws {
    privateKey = try .init(keySize: .bits2048)
    let numbers = try privateKey.publicKey.getKeyPrimitives()
    publicKey = try PublicKey(
      .rsa(n: numbers.modulus, e: numbers.publicExponent), name: name, created: 1, isTest: true)
  }

  func sign(_ data: Data) throws -> Data {
    try privateKey.signature(for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5).rawRepresentation
  }
}

/// Two signers of each algorithm.
enum TestSigners {
  static let all: [SignatureAlgorithm: [any Signer]] = {
    do {
      return [
        .edDSA: [KeyPair.generate(name: "A", isTest: true), KeyPair.generate(name: "B", isTest: true)],
        .es256: [try P256Signer(name: "A"), try P256Signer(name: "B")],
        .rs256: [try RSASigner(name: "A"), try RSASigner(name: "B")],
      ]
    } catch {
      return [:]
    }
  }()
}
