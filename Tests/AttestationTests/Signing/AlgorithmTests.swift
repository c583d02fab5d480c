import Crypto
import CryptoExtras
import Foundation
import Testing

@testable import Attestation

/// All three algorithms: what is accepted, and thousands of changes that are not.
@Suite struct AlgorithmTests {
  struct Note: Codable, Equatable {
    var serial: String
    var verdict: String
  }

  let note = Note(serial: "AS-2026-000123", verdict: "pass")
  let type = "airseal-stamp-1"

  func pair(_ algorithm: SignatureAlgorithm) throws -> (any Signer, any Signer) {
    let signers = try #require(TestSigners.all[algorithm])
    return (signers[0], signers[1])
  }

  func refusal(_ text: String, _ keys: [PublicKey]) -> SignatureError? {
    do throws(SignatureError) {
      _ = try JWS.verify(text, type: type, trust: TrustStore(keys: keys))
      return nil
    } catch {
      return error
    }
  }

  func signed(_ header: String, _ payload: Data, with signer: any Signer) throws -> String {
    let text = Base64URL.encode(Data(header.utf8)) + "." + Base64URL.encode(payload)
    let signature = signer.publicKey.canonical(try signer.sign(Data(text.utf8)))
    return text + "." + Base64URL.encode(signature)
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func whatWasSignedIsRead(_ algorithm: SignatureAlgorithm) throws {
    let (signer, _) = try pair(algorithm)
    for _ in 0..<20 {
      let text = try JWS.sign(note, type: type, with: signer)
      let payload = try JWS.verify(text, type: type, trust: TrustStore(keys: [signer.publicKey]))
      #expect(payload.key.algorithm == algorithm)
      #expect(try payload.decode(Note.self) == note)
    }
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func keyFilesKeepTheKey(_ algorithm: SignatureAlgorithm) throws {
    let folder = Folder()
    let key = try pair(algorithm).0.publicKey
    try key.write(to: folder.path("a.jwk"))
    #expect(try PublicKey(file: folder.path("a.jwk")) == key)
    #expect(try TrustStore(folder: folder.root).key(key.kid)?.material == key.material)
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func noMutationIsAccepted(_ algorithm: SignatureAlgorithm) throws {
    let (signer, other) = try pair(algorithm)
    let keys = [signer.publicKey, other.publicKey]
    let text = try JWS.sign(note, type: type, with: signer)
    let parts = try text.split(separator: ".").map { try #require(Base64URL.decode($0)) }
    var tried = 0
    var reasons: Set<String> = []
    func refused(_ mutant: String, _ what: @autoclosure () -> String) {
      let reason = refusal(mutant, keys)
      if reason == nil { Issue.record("accepted: \(what())") }
      if let reason { reasons.insert(String(reason.description.prefix(24))) }
      tried += 1
    }
    let letters = Array(text.utf8)
    for index in letters.indices {
      for bit in algorithm == .edDSA ? Array(0..<7) : [index % 7] {
        var changed = letters
        changed[index] ^= 1 << bit
        refused(String(decoding: changed, as: UTF8.self), "letter \(index), bit \(bit)")
      }
    }
    for part in parts.indices {
      for index in parts[part].indices {
        for bit in algorithm == .edDSA ? Array(0..<8) : [index % 8] {
          var changed = parts
          changed[part][index] ^= 1 << bit
          refused(changed.map(Base64URL.encode).joined(separator: "."), "part \(part), byte \(index)")
        }
      }
      for length in 0..<parts[part].count {
        var changed = parts
        changed[part] = parts[part].prefix(length)
        refused(changed.map(Base64URL.encode).joined(separator: "."), "part \(part) cut to \(length)")
      }
    }
    for length in letters.indices { refused(String(text.prefix(length)), "cut to \(length)") }
    let pieces = text.split(separator: ".").map(String.init)
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      refused(order.map { pieces[$0] }.joined(separator: "."), "parts in the order \(order)")
    }
    #expect(tried > 900 && reasons.count >= 6, "\(tried) tries, \(reasons)")
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func eachForgeryHasItsReason(_ algorithm: SignatureAlgorithm) throws {
    let (signer, other) = try pair(algorithm)
    let kid = signer.publicKey.kid
    let keys = [signer.publicKey, other.publicKey]
    let payload = try CanonicalJSON.encode(note)
    func header(_ alg: String, _ kid: String) -> String {
      #"{"alg":"\#(alg)","kid":"\#(kid)","typ":"\#(type)"}"#
    }
    #expect(refusal(try signed(header(algorithm.rawValue, kid), payload, with: signer), keys) == nil)
    #expect(refusal(try signed(header("none", kid), payload, with: signer), keys) == .algorithm("none"))
    #expect(refusal(try signed(header("HS256", kid), payload, with: signer), keys) == .algorithm("HS256"))
    for named in SignatureAlgorithm.allCases where named != algorithm {
      #expect(
        refusal(try signed(header(named.rawValue, kid), payload, with: signer), keys)
          == .otherAlgorithm(expected: algorithm, found: named.rawValue))
      let stranger = try pair(named).0
      #expect(
        refusal(try signed(header(named.rawValue, kid), payload, with: stranger), keys)
          == .otherAlgorithm(expected: algorithm, found: named.rawValue))
    }
    #expect(
      refusal(try signed(header(algorithm.rawValue, kid), payload, with: other), keys) == .notSigned(kid))
    #expect(
      refusal(try signed(header(algorithm.rawValue, other.publicKey.kid), payload, with: signer), keys)
        == .notSigned(other.publicKey.kid))
    #expect(
      refusal(try JWS.sign(note, type: type, with: other), [signer.publicKey])
        == .unknownKey(other.publicKey.kid))
  }

  @Test func theOtherFormOfAnECDSASignatureIsRefused() throws {
    let signer = try pair(.es256).0
    let text = try JWS.sign(note, type: type, with: signer)
    let parts = text.split(separator: ".")
    let signature = try #require(Base64URL.decode(parts[2]))
    #expect(ES256Signature.isCanonical(signature))
    var raw = signature
    repeat {
      raw = try signer.sign(Data("\(parts[0]).\(parts[1])".utf8))
    } while ES256Signature.isCanonical(raw)
    #expect(signer.publicKey.verifies(raw, of: Data("\(parts[0]).\(parts[1])".utf8)))
    #expect(
      refusal("\(parts[0]).\(parts[1]).\(Base64URL.encode(raw))", [signer.publicKey])
        == .signatureNotCanonical)
  }

  @Test func aSignerThatSignsSomethingElseIsFound() throws {
    struct Broken: Signer {
      let publicKey: PublicKey
      func sign(_ data: Data) throws -> Data { Data(count: 64) }
    }
    let key = try pair(.edDSA).0.publicKey
    #expect(throws: SignatureError.notSigned(key.kid)) {
      try JWS.sign(note, type: type, with: Broken(publicKey: key))
    }
  }
}
