import Foundation
import Testing

@testable import Attestation

@Suite struct TemTests {
  func tem(_ serial: String = "AS-2026-000123-0001", edition: String = "bmnn-2025") -> Tem {
    Tem(
      serial: serial, issued: 1_790_000_000, until: 1_821_536_000, edition: edition, verdict: "pass",
      digest: "DtEhU3ljbEg8L38VWAfUAqOyKAM6Xx-F4GawxaepmXE")
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func roundTripAndLength(_ algorithm: SignatureAlgorithm) throws {
    let signer = try #require(TestSigners.all[algorithm])[0]
    let text = try tem().sign(with: signer)
    #expect(text.utf8.count <= (algorithm == .rs256 ? 700 : 400), "\(text.utf8.count)")
    let (read, key) = try Tem.verify(text, trust: TrustStore(keys: [signer.publicKey]))
    #expect(read == tem() && key == signer.publicKey)
  }

  @Test func whatIsTooLongIsNotSigned() throws {
    let signer = KeyPair.generate(name: "A")
    #expect(throws: SignatureError.self) {
      try tem(String(repeating: "9", count: 60)).sign(with: signer)
    }
  }

  @Test func aStampOfAnotherTypeIsRefused() throws {
    let signer = KeyPair.generate(name: "A")
    let other = try JWS.sign(tem(), type: "airseal-stamp-1", with: signer)
    #expect(throws: SignatureError.type(expected: "airseal-tem-1", found: "airseal-stamp-1")) {
      try Tem.verify(other, trust: TrustStore(keys: [signer.publicKey]))
    }
  }

  @Test func shortCodes() {
    #expect(tem().shortCode == "1V8J-2MVS")
  }
}
