import Foundation
import TestSupport
import Testing

@testable import Attestation

/// Ed25519 keys of other programs, and files that are none.
@Suite struct ForeignKeyTests {
  let scratch: Scratch
  var path: String { scratch.path + "/key" }

  init() throws { scratch = try Scratch() }

  private func write(_ text: String, mode: mode_t = 0o600) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    chmod(path, mode)
  }

  private func refusal() -> KeyFileError.Cause? {
    do {
      _ = try ForeignKey.read(path, name: "A")
      return nil
    } catch {
      return error.cause
    }
  }

  @Test("The keys of RFC 8410 section 10.3, without and with attributes")
  func standard() throws {
    try write(
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----

      """)
    let key = try ForeignKey.read(path, name: "Phòng X", isTest: true)
    #expect(key.publicKey.name == "Phòng X" && key.publicKey.isTest)
    guard case .ed25519(let x) = key.publicKey.material else { throw POSIXError(.EINVAL) }
    #expect(x.base64EncodedString() == "Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=")
    let other = scratch.path + "/own"
    try key.write(to: other)
    #expect(try KeyPair(file: other).publicKey == key.publicKey)
  }

  @Test("The key of RFC 8037 appendix A.1")
  func webKey() throws {
    let x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
    let d = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"
    try write(#"{"kty":"OKP","crv":"Ed25519","d":"\#(d)","x":"\#(x)","kid":"any","alg":"EdDSA"}"#)
    let key = try ForeignKey.read(path, name: "A")
    #expect(key.publicKey.kid == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
    try write(#"{"kty":"OKP","crv":"Ed25519","d":"\#(d)","x":"\#(x.replacing("11", with: "12"))"}"#)
    #expect(refusal() == .malformed("x"))
    try write(#"{"kty":"OKP","crv":"Ed25519","x":"\#(x)"}"#)
    #expect(refusal() == .isPublic)
    try write(#"{"kty":"EC","crv":"P-256","d":"\#(d)","x":"\#(x)","y":"\#(x)"}"#)
    #expect(refusal() == .notEd25519)
  }

  @Test(
    "Keys of OpenSSL",
    arguments: [
      (["-algorithm", "ed25519"], nil), (["-algorithm", "RSA"], KeyFileError.Cause.notEd25519),
      (["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], .notEd25519),
      (["-algorithm", "ed25519", "-aes-256-cbc", "-pass", "pass:mat-khau-mau"], .foreignPassphrase),
      (["-algorithm", "ed448"], .notAKey),
    ])
  func ofOpenSSL(arguments: [String], refused: KeyFileError.Cause?) throws {
    let made = try Run("/usr/bin/openssl", ["genpkey", "-out", path] + arguments)
    #expect(made.status == 0, "\(made.errors)")
    chmod(path, 0o600)
    #expect(refusal() == refused)
  }

  @Test func whatIsNoKeyOrNotPrivate() throws {
    for text in ["", "{}", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"] {
      try write(text)
      #expect(refusal() == .notAKey, "\(text)")
    }
    try write("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")
    #expect(refusal() == .isPublic)
    let own = KeyPair.generate(name: "A")
    unlink(path)
    try own.write(to: path, passphrase: Passphrase("mat-khau-mau"), cost: 1 << 14)
    #expect(refusal() == .ownKey)
    try write("no key", mode: 0o644)
    #expect(refusal() == .exposed)
  }
}
