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
      return (error as? KeyFileError)?.cause
    }
  }

  @Test("Below a passphrase of OpenSSL", arguments: ["aes-256-cbc", "aes-128-cbc"])
  func encrypted(cipher: String) throws {
    let plain = scratch.path + "/plain"
    let made = try Run("/usr/bin/openssl", ["genpkey", "-algorithm", "ed25519", "-out", plain])
    let sealed = try Run(
      "/usr/bin/openssl",
      ["pkcs8", "-topk8", "-in", plain, "-out", path, "-v2", cipher, "-passout", "pass:mật khẩu mẫu"])
    #expect(made.status == 0 && sealed.status == 0, "\(sealed.errors)")
    for file in [path, plain] { chmod(file, 0o600) }
    let key = try ForeignKey.read(path, name: "A") { "mật khẩu mẫu" }
    #expect(try key.publicKey.kid == ForeignKey.read(plain, name: "A").publicKey.kid)
    #expect(refusal() == .wrongPassphrase)
  }

  @Test func aChangedFileNeverOpens() throws {
    let made = try Run(
      "/usr/bin/openssl",
      ["genpkey", "-algorithm", "ed25519", "-out", path, "-aes-256-cbc", "-pass", "pass:mat-khau-mau"])
    #expect(made.status == 0)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let der = Array(try #require(Data(base64Encoded: lines.dropFirst().dropLast().joined())))
    let original = try #require(try EncryptedPKCS8(der: der)?.open("mat-khau-mau"))
    #expect(original.count == 48)
    for place in der.indices {
      #expect(EncryptedPKCS8(der: Array(der.prefix(place))) == nil)
    }
    for place in stride(from: 0, to: der.count, by: 3) where !(41..<46).contains(place) {
      var changed = der
      changed[place] ^= 1
      #expect(try EncryptedPKCS8(der: changed)?.open("mat-khau-mau") != original, "\(place)")
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
      (["-algorithm", "ed25519", "-aes-256-cbc", "-pass", "pass:mat-khau-mau"], .wrongPassphrase),
      (["-algorithm", "ed25519", "-des3", "-pass", "pass:mat-khau-mau"], .foreignPassphrase),
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
