import Foundation
import Testing

@testable import Attestation

@Suite struct JWSTests {
  struct Note: Codable, Equatable {
    var check: String
    var when: Int64
  }

  let key = KeyPair.generate(name: "A", isTest: true, created: 1_790_000_000)
  var trust: TrustStore { TrustStore(keys: [key.publicKey]) }
  let note = Note(check: "software_licence", when: 1_790_000_001)

  func signed(_ header: String, _ payload: String = "{}", with key: KeyPair? = nil) throws -> String {
    let text = Base64URL.encode(Data(header.utf8)) + "." + Base64URL.encode(Data(payload.utf8))
    let signature = try (key ?? self.key).privateKey.signature(for: Data(text.utf8))
    return text + "." + Base64URL.encode(signature)
  }

  func refusal(_ text: String, type: String = Statement.answer) -> SignatureError? {
    do throws(SignatureError) {
      _ = try JWS.verify(text, type: type, trust: trust)
      return nil
    } catch {
      return error
    }
  }

  @Test func whatWasSignedIsRead() throws {
    let text = try JWS.sign(note, type: Statement.answer, with: key)
    let payload = try JWS.verify(text, type: Statement.answer, trust: trust)
    #expect(payload.key == key.publicKey)
    #expect(try payload.decode(Note.self) == note)
    #expect(
      String(decoding: payload.data, as: UTF8.self) == #"{"check":"software_licence","when":1790000001}"#)
  }

  @Test func everyBitCounts() throws {
    let text = Array(try JWS.sign(note, type: Statement.answer, with: key).utf8)
    var refused = 0
    for index in text.indices {
      for bit in 0..<7 {
        var changed = text
        changed[index] ^= 1 << bit
        #expect(refusal(String(decoding: changed, as: UTF8.self)) != nil, "byte \(index), bit \(bit)")
        refused += 1
      }
    }
    #expect(refused > 1500)
  }

  @Test func everyBitOfTheBytesCounts() throws {
    let text = try JWS.sign(note, type: Statement.answer, with: key)
    let parts = try text.split(separator: ".").map { try #require(Base64URL.decode($0)) }
    for part in 1...2 {
      for index in parts[part].indices {
        for bit in 0..<8 {
          var changed = parts
          changed[part][index] ^= 1 << bit
          let mutant = changed.map(Base64URL.encode).joined(separator: ".")
          #expect(refusal(mutant) == .notSigned(key.publicKey.kid))
        }
      }
    }
  }

  @Test func everyCutAndInsertionIsRefused() throws {
    let text = try JWS.sign(note, type: Statement.answer, with: key)
    for length in 0..<text.count { #expect(refusal(String(text.prefix(length))) != nil) }
    for index in 0...text.count {
      for extra in ["A", ".", "=", "-", "\n", " ", "\u{0}", "é"] {
        let cut = text.index(text.startIndex, offsetBy: index)
        #expect(refusal(text[..<cut] + extra + text[cut...]) != nil, "\(extra.debugDescription) at \(index)")
      }
    }
  }

  @Test func trailingBitsArePartOfNothing() throws {
    let text = try JWS.sign(note, type: Statement.answer, with: key)
    let last = try #require(text.last)
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    let value = try #require(alphabet.firstIndex(of: last))
    for other in 1..<16 {
      let mutant = text.dropLast() + String(alphabet[(value & ~15) | ((value & 15) ^ other)])
      #expect(refusal(String(mutant)) == .notBase64URL(.signature))
    }
    #expect(refusal(text + "==") == .notBase64URL(.signature))
  }

  @Test func eachForgeryHasItsReason() throws {
    let kid = key.publicKey.kid
    let typ = Statement.answer
    let good = #"{"alg":"EdDSA","kid":"\#(kid)","typ":"\#(typ)"}"#
    #expect(refusal(try signed(good)) == nil)

    #expect(refusal(try signed(#"{"alg":"none","kid":"\#(kid)","typ":"\#(typ)"}"#)) == .algorithm("none"))
    #expect(refusal(try signed(#"{"alg":"HS256","kid":"\#(kid)","typ":"\#(typ)"}"#)) == .algorithm("HS256"))
    #expect(refusal(try signed(#"{"alg":"eddsa","kid":"\#(kid)","typ":"\#(typ)"}"#)) == .algorithm("eddsa"))
    #expect(refusal(try signed(#"{"alg":"EdDSA","kid":"\#(kid)"}"#)) == .headerMembers(["alg", "kid"]))
    #expect(
      refusal(try signed(#"{"alg":"EdDSA","jwk":{},"kid":"\#(kid)","typ":"\#(typ)"}"#))
        == .headerMembers(["alg", "jwk", "kid", "typ"]))
    #expect(
      refusal(try signed(#"{"alg":"EdDSA","crit":["b64"],"b64":false,"kid":"\#(kid)","typ":"\#(typ)"}"#))
        == .headerMembers(["alg", "b64", "crit", "kid", "typ"]))
    #expect(
      refusal(try signed(#"{"alg":"EdDSA","kid":7,"typ":"\#(typ)"}"#))
        == .headerMembers(["alg", "kid", "typ"]))
    let other = KeyPair.generate(name: "B", isTest: true)
    #expect(
      refusal(try signed(#"{"alg":"EdDSA","alg":"EdDSA","kid":"\#(kid)","typ":"\#(typ)"}"#))
        == .headerNotCanonical)
    #expect(
      refusal(
        try signed(#"{"alg":"EdDSA","kid":"\#(other.publicKey.kid)","kid":"\#(kid)","typ":"\#(typ)"}"#))
        != nil)
    #expect(refusal(try signed(good + " ")) == .headerNotCanonical)
    #expect(
      refusal(try signed(#"{"kid":"\#(kid)","alg":"EdDSA","typ":"\#(typ)"}"#)) == .headerNotCanonical)
    #expect(refusal(try signed(#"["EdDSA"]"#)) == .headerUnreadable)
    #expect(refusal(try signed("")) == .headerUnreadable)

    #expect(refusal(try signed(good, with: other)) == .notSigned(kid))
    #expect(
      refusal(try JWS.sign(note, type: typ, with: other)) == .unknownKey(other.publicKey.kid))
    #expect(
      refusal(try JWS.sign(note, type: "airseal-stamp-1", with: key))
        == .type(expected: typ, found: "airseal-stamp-1"))
    #expect(refusal("a.b") == .notCompact)
    #expect(refusal("a.b.c.d") == .notCompact)
    #expect(refusal(String(repeating: "A", count: JWS.maximumLength + 1)) == .tooLong(65537))
    let parts = try signed(good).split(separator: ".")
    #expect(refusal("\(parts[0]).\(parts[1]).") == .signatureLength(0, expected: 64))
    #expect(refusal("\(parts[0]).\(parts[1]).AAAA") == .signatureLength(3, expected: 64))
    #expect(refusal("\(parts[0])=.\(parts[1]).\(parts[2])") == .notBase64URL(.header))
    #expect(refusal("\(parts[0]).\(parts[1])+.\(parts[2])") == .notBase64URL(.payload))
  }

  @Test func payloadMustBeCanonical() throws {
    let texts = [
      #"{"check":"a","when":1,"extra":1}"#, #"{"check":"a","check":"b","when":1}"#,
      #"{"when":1,"check":"a"}"#, #"{"check":"a", "when":1}"#, #"{"check":"a"}"#, "", "[]",
    ]
    let header = #"{"alg":"EdDSA","kid":"\#(key.publicKey.kid)","typ":"\#(Statement.answer)"}"#
    for text in texts {
      let payload = try JWS.verify(try signed(header, text), type: Statement.answer, trust: trust)
      #expect(throws: SignatureError.payload, "\(text)") { try payload.decode(Note.self) }
    }
  }

  @Test func tooLongIsNotSigned() {
    #expect(throws: SignatureError.self) {
      try JWS.sign(payload: Data(count: JWS.maximumLength), type: Statement.answer, with: key)
    }
  }

  @Test func reasonsDoNotCarryTerminalSequences() throws {
    let text = try signed(#"{"alg":"EdDSA","kid":"\u001b[2J\u202e","typ":"\#(Statement.answer)"}"#)
    let error = try #require(refusal(text))
    for reason in [error.description, error.vietnamese] {
      #expect(!reason.unicodeScalars.contains("\u{1B}") && !reason.unicodeScalars.contains("\u{202E}"))
    }
  }
}
