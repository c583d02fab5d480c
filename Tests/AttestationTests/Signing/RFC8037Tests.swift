import Crypto
import Foundation
import Testing

@testable import Attestation

/// The vectors of RFC 8037, appendix A.
@Suite struct RFC8037Tests {
  static let d = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"
  static let x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"

  @Test func publicKeyOfThePrivateKey() throws {
    let raw = try #require(Base64URL.decode(Self.d))
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: raw)
    #expect(Base64URL.encode(key.publicKey.rawRepresentation) == Self.x)
  }

  @Test func thumbprint() throws {
    let raw = try #require(Base64URL.decode(Self.x))
    #expect(
      PublicKey(checked: .ed25519(raw), name: "", created: 0, isTest: true).kid
        == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
  }

  @Test func signature() throws {
    let signed = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
    let signature = """
      hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg
      """
    let raw = try #require(Base64URL.decode(Self.x))
    let key = PublicKey(checked: .ed25519(raw), name: "RFC 8037", created: 0, isTest: true)
    let bytes = try #require(Base64URL.decode(signature))
    #expect(key.verifies(bytes, of: Data(signed.utf8)))
    #expect(!key.verifies(bytes, of: Data((signed + "A").utf8)))
  }

  /// The RFC's own header has neither `kid` nor `typ`; such a text is refused.
  @Test func headerOfTheVectorIsRefused() throws {
    let text = """
      eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.\
      hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg
      """
    let raw = try #require(Base64URL.decode(Self.x))
    let trust = TrustStore(keys: [
      PublicKey(checked: .ed25519(raw), name: "RFC 8037", created: 0, isTest: true)
    ])
    #expect(throws: SignatureError.headerMembers(["alg"])) {
      try JWS.verify(text, type: Statement.answer, trust: trust)
    }
  }
}
