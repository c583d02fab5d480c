import Foundation
import Testing

@testable import Attestation

@Suite struct RevocationListTests {
  let folder = Folder()
  let real = KeyPair.generate(name: "Phòng A")
  let other = KeyPair.generate(name: "Phòng B")
  let test = KeyPair.generate(name: "Thử", isTest: true)

  func pin(_ keys: [KeyPair]) throws {
    for key in keys { try key.publicKey.write(to: folder.path("\(key.publicKey.kid).jwk")) }
  }

  func list(_ lines: [String]) throws {
    try folder.write(RevocationList.fileName, lines.map { $0 + "\n" }.joined())
  }

  @Test func aRevokedKeySignsNothing() throws {
    try pin([real, other])
    let text = try JWS.sign(payload: Data("{}".utf8), type: Statement.answer, with: real)
    _ = try JWS.verify(text, type: Statement.answer, trust: try TrustStore(folder: folder.root))
    let revocation = Revocation(kid: real.publicKey.kid, reason: .keyCompromise, revoked: 5)
    try list([try revocation.sign(with: other)])
    let trust = try TrustStore(folder: folder.root)
    #expect(throws: SignatureError.revokedKey(real.publicKey.kid, .keyCompromise)) {
      try JWS.verify(text, type: Statement.answer, trust: trust)
    }
    #expect(trust.revocation(ofKey: other.publicKey.kid) == nil)
  }

  @Test func aKeyCanEndItself() throws {
    try pin([real])
    try list([try Revocation(kid: real.publicKey.kid, reason: .superseded, revoked: 5).sign(with: real)])
    #expect(try TrustStore(folder: folder.root).revocation(ofKey: real.publicKey.kid)?.revoked == 5)
  }

  @Test func aStampEndsForItsIssuerOnly() throws {
    try pin([real, other])
    let (issuer, serial) = (real.publicKey.kid, "AS-1")
    let lines = try [9, 7, 8].map {
      try Revocation(stamp: serial, issuer: issuer, reason: .stampLost, revoked: $0).sign(with: real)
    }
    try list(lines)
    let revocations = try TrustStore(folder: folder.root).revocations
    #expect(revocations.revocation(ofStamp: serial, issuer: issuer)?.revoked == 7)
    #expect(revocations.revocation(ofStamp: serial, issuer: other.publicKey.kid) == nil)
    #expect(revocations.revocation(ofStamp: "AS-2", issuer: issuer) == nil)
  }

  @Test func testKeysEndTestKeysOnly() throws {
    try pin([real, test])
    try list([
      try Revocation(kid: real.publicKey.kid, reason: .keyCompromise, revoked: 1).sign(with: test),
      try Revocation(stamp: "AS-1", issuer: real.publicKey.kid, reason: .stampLost, revoked: 1).sign(
        with: test),
      try Revocation(kid: test.publicKey.kid, reason: .keyCompromise, revoked: 1).sign(with: test),
    ])
    let revocations = try TrustStore(folder: folder.root).revocations
    #expect(revocations.revocation(ofKey: real.publicKey.kid) == nil)
    #expect(revocations.revocation(ofStamp: "AS-1", issuer: real.publicKey.kid) == nil)
    #expect(revocations.revocation(ofKey: test.publicKey.kid) != nil)
  }

  @Test func aLineThatDoesNotVerifyStopsAllTrust() throws {
    try pin([real])
    let good = try Revocation(kid: real.publicKey.kid, reason: .superseded, revoked: 5).sign(with: real)
    let stranger = try Revocation(kid: real.publicKey.kid, reason: .superseded, revoked: 5).sign(with: other)
    let half = try JWS.sign(
      payload: Data(#"{"reason":"superseded","revoked":5}"#.utf8), type: Statement.revocation, with: real)
    for bad in [String(good.dropLast()), stranger, half, "garbage"] {
      try list([good, bad])
      let error = #expect(throws: RevocationError.self) { try TrustStore(folder: folder.root) }
      #expect(error?.line == 2)
    }
  }

  @Test func theFirstFolderSaysWhoseAKeyIs() throws {
    let mine = Folder()
    try pin([test])
    var copy = try folder.read("\(test.publicKey.kid).jwk")
    copy = copy.replacing(",\n  \"airseal:test\" : true", with: "").replacing(
      "  \"airseal:test\" : true,\n", with: "")
    try mine.write("k.jwk", copy)
    #expect(try TrustStore(folder: mine.root).key(test.publicKey.kid)?.isTest == false)
    #expect(
      try TrustStore(folders: [folder.root, mine.root]).key(test.publicKey.kid)?.isTest == true)
  }
}
