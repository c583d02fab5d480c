import Foundation
import TestSupport
import Testing

/// Keys on tokens, at the command line.
@Suite struct TokenCommandTests {
  let token: SoftToken
  let folder: Scratch
  var trust: String { folder.path + "/issuers" }

  init() throws {
    token = try SoftToken()
    folder = try Scratch()
  }

  private func airseal(_ arguments: [String], english: Bool = true) throws -> Run {
    try Run(
      Built.airseal, arguments,
      environment: token.environment.merging(english ? ["AIRSEAL_LANG": "en"] : [:]) { $1 })
  }

  private func importKey(_ key: String, address: String? = nil, english: Bool = true) throws -> Run {
    try airseal(
      ["key", "import", folder.path + "/" + key, "--name", "Phòng X", "--test", "--pkcs11"]
        + [address ?? token.address(key), "--pin-file", token.pinFile], english: english)
  }

  private func revoke(_ key: String, by signer: String) throws -> Run {
    let shown = try airseal(["key", "show", folder.path + "/\(key).pub"])
    let kid = try #require(shown.output.split(separator: "\n").first?.split(separator: " ").last)
    return try airseal([
      "key", "revoke", String(kid), "--reason", "superseded", "--key", signer, "--pin-file", token.pinFile,
      "--trust", trust,
    ])
  }

  @Test(arguments: [("rsa", "RS256"), ("p256", "ES256")])
  func aTokenSignsAndItsPublicKeyVerifies(key: String, algorithm: String) throws {
    let made = try importKey(key)
    #expect(made.status == 0 && made.output.contains(algorithm), "\(made.errors)")
    let reference = try String(contentsOfFile: folder.path + "/" + key, encoding: .utf8)
    #expect(reference.contains("airseal:pkcs11") && !reference.contains(SoftToken.pin))
    #expect(!reference.contains("\"d\""))
    #expect(try airseal(["key", "trust", folder.path + "/\(key).pub", "--trust", trust]).status == 0)
    let signed = try revoke(key, by: folder.path + "/" + key)
    #expect(signed.status == 0, "\(signed.errors)")
    let list = try airseal(["key", "list", "--trust", trust])
    #expect(list.status == 0 && list.output.contains(algorithm) && list.output.contains("revoked"))
  }

  @Test func aWrongPINIsOneSentence() throws {
    try token.write(pin: "000000")
    let english = try importKey("p256")
    #expect(english.status == 64)
    #expect(english.errors == "airseal: Wrong PIN; after several wrong ones the token locks itself.\n")
    let vietnamese = try importKey("p256", english: false)
    #expect(vietnamese.errors == "airseal: Sai mã PIN; nhập sai nhiều lần token sẽ tự khoá.\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/p256"))
  }

  @Test func whatIsNotThereIsNamed() throws {
    let cases: [(address: String, status: Int32, words: String)] = [
      (token.address("p256", module: "/usr/lib/none.so"), 64, "There is no PKCS#11 module /usr/lib/none.so."),
      (token.address("other"), 64, "The token holds no such signing key."),
      ("pkcs11:token=None?module-path=\(SoftToken.module)", 1, "The token is not plugged in."),
      ("pkcs11:token=Th%E1%BB%AD?module-path=\(SoftToken.module)", 64, "Several keys of the token fit"),
      ("pkcs11:token=A?pin-value=1&module-path=\(SoftToken.module)", 64, "holds a PIN"),
      ("pkcs11:what=A", 64, "is no address"),
      ("file:/etc", 64, "is no address"),
      (token.address("p256", module: "/etc/passwd"), 1, "does not work"),
    ]
    for (address, status, words) in cases {
      let run = try importKey("p256", address: address)
      #expect(run.status == status && run.errors.contains(words), "\(address): \(run.status) \(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    }
  }

  @Test func aRemovedTokenIsOneSentence() throws {
    #expect(try importKey("p256").status == 0)
    #expect(try airseal(["key", "trust", folder.path + "/p256.pub", "--trust", trust]).status == 0)
    try FileManager.default.removeItem(atPath: token.tokens)
    try FileManager.default.createDirectory(atPath: token.tokens, withIntermediateDirectories: false)
    let run = try revoke("p256", by: folder.path + "/p256")
    #expect(run.status == 1 && run.errors == "airseal: The token is not plugged in.\n", "\(run.errors)")
  }

  @Test func anotherKeyUnderTheSameNameIsFound() throws {
    #expect(try importKey("p256").status == 0)
    #expect(try airseal(["key", "trust", folder.path + "/p256.pub", "--trust", trust]).status == 0)
    let other = try SoftToken(keys: ["p256"])
    try FileManager.default.removeItem(atPath: token.tokens)
    try FileManager.default.moveItem(atPath: other.tokens, toPath: token.tokens)
    let run = try revoke("p256", by: folder.path + "/p256")
    #expect(
      run.status == 1 && run.errors == "airseal: The key on the token is not the registered one.\n",
      "\(run.errors)")
  }

  @Test func aWeakKeyIsRefused() throws {
    let weak = try SoftToken(keys: ["weak"])
    let run = try Run(
      Built.airseal,
      ["key", "import", folder.path + "/weak", "--name", "A", "--pkcs11", weak.address("weak"), "--pin-file"]
        + [weak.pinFile], environment: weak.environment)
    #expect(run.status == 1 && run.errors.contains("RSA"), "\(run.errors)")
  }

  @Test func withoutATerminalNothingHangs() throws {
    let run = try Run(
      "/usr/bin/setsid",
      [
        "-w", Built.airseal, "key", "import", folder.path + "/k", "--name", "A", "--lang", "en", "--pkcs11",
        token.address("p256"),
      ], environment: token.environment)
    #expect(run.status == 64 && run.errors.contains("--pin-file"), "\(run.errors)")
  }
}
