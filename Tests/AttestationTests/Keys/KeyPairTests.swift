import Foundation
import Glibc
import Testing

@testable import Attestation

@Suite struct KeyPairTests {
  let folder = Folder()

  @Test func writtenAndReadBack() throws {
    let key = KeyPair.generate(name: "Nguyễn Văn A", isTest: true, created: 1_790_000_000)
    try key.write(to: folder.path("a.key"))
    try key.publicKey.write(to: folder.path("a.jwk"))
    #expect(folder.mode("a.key") == 0o600)
    let read = try KeyPair(file: folder.path("a.key"))
    #expect(read.publicKey == key.publicKey)
    #expect(read.publicKey.isTest && read.publicKey.name == "Nguyễn Văn A")
    #expect(try PublicKey(file: folder.path("a.jwk")) == key.publicKey)
    let text = try folder.read("a.jwk")
    #expect(text.contains("\"airseal:test\" : true") && !text.contains("\"d\""))
  }

  @Test func neverOverwrites() throws {
    let key = KeyPair.generate(name: "A")
    try key.write(to: folder.path("a.key"))
    #expect(throws: KeyFileError(folder.path("a.key"), .system(EEXIST))) {
      try key.write(to: folder.path("a.key"))
    }
  }

  @Test(arguments: [0o640, 0o604, 0o660, 0o644] as [mode_t])
  func exposedPrivateKeyIsRefused(_ mode: mode_t) throws {
    try KeyPair.generate(name: "A").write(to: folder.path("a.key"))
    chmod(folder.path("a.key"), mode)
    #expect(throws: KeyFileError(folder.path("a.key"), .exposed)) {
      try KeyPair(file: folder.path("a.key"))
    }
  }

  @Test func halvesAreNotMistaken() throws {
    let key = KeyPair.generate(name: "A")
    try key.write(to: folder.path("a.key"))
    try key.publicKey.write(to: folder.path("a.jwk"))
    chmod(folder.path("a.jwk"), 0o600)
    #expect(throws: KeyFileError(folder.path("a.key"), .isPrivate)) {
      try PublicKey(file: folder.path("a.key"))
    }
    #expect(throws: KeyFileError(folder.path("a.jwk"), .isPublic)) {
      try KeyPair(file: folder.path("a.jwk"))
    }
  }

  @Test func malformedFilesAreNamed() throws {
    let key = KeyPair.generate(name: "A")
    try key.publicKey.write(to: folder.path("good.jwk"))
    let good = try folder.read("good.jwk")
    let other = KeyPair.generate(name: "B").publicKey
    let changes: [(String, KeyFileError.Cause)] = [
      ("", .notAKey), ("{}", .notAKey), ("[]", .notAKey),
      (good.replacing("Ed25519", with: "X25519"), .unsupported),
      (good.replacing("OKP", with: "EC"), .unsupported),
      (good.replacing(key.publicKey.kid, with: other.kid), .malformed("kid")),
      (good.replacing("\"use\"", with: "\"alg\" : \"none\", \"use\""), .malformed("“alg”")),
      (String(repeating: " ", count: 9000), .tooLarge),
    ]
    for (text, cause) in changes {
      try folder.write("bad.jwk", text)
      #expect(throws: KeyFileError(folder.path("bad.jwk"), cause)) {
        try PublicKey(file: folder.path("bad.jwk"))
      }
    }
  }

  @Test func privatePartMustBelongToThePublicPart() throws {
    let (a, b) = (KeyPair.generate(name: "A"), KeyPair.generate(name: "B"))
    try a.write(to: folder.path("a.key"))
    let d = Base64URL.encode(b.privateKey.rawRepresentation)
    let text = try folder.read("a.key")
      .replacing(Base64URL.encode(a.privateKey.rawRepresentation), with: d)
    try folder.write("b.key", text)
    chmod(folder.path("b.key"), 0o600)
    #expect(throws: KeyFileError(folder.path("b.key"), .malformed("x"))) {
      try KeyPair(file: folder.path("b.key"))
    }
  }

  @Test func fifoIsRefusedWithoutWaiting() {
    mkfifo(folder.path("f"), 0o600)
    #expect(throws: KeyFileError(folder.path("f"), .notRegularFile)) {
      try KeyPair(file: folder.path("f"))
    }
  }
}
