import Foundation
import Glibc
import TestSupport

/// A software token (SoftHSM) in a folder of its own; programs find it by the environment that goes with it.
struct SoftToken {
  static let module = "/usr/lib/softhsm/libsofthsm2.so"
  static let pin = "246813"

  let scratch: Scratch
  var environment: [String: String] { ["SOFTHSM2_CONF": scratch.path + "/softhsm2.conf"] }
  var tokens: String { scratch.path + "/tokens" }
  var pinFile: String { scratch.path + "/pin" }

  /// The address of one of its keys.
  func address(_ key: String, module: String = module) -> String {
    "pkcs11:token=Th%E1%BB%AD;object=\(key)?module-path=\(module)"
  }

  /// A token with the keys `rsa` (2048 bits), `weak` (1024 bits) and `p256`.
  init(keys: [String] = ["rsa", "p256"]) throws {
    scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: tokens, withIntermediateDirectories: false)
    try "directories.tokendir = \(tokens)\nobjectstore.backend = file\nlog.level = ERROR\n"
      .write(toFile: scratch.path + "/softhsm2.conf", atomically: true, encoding: .utf8)
    try run(["--init-token", "--free", "--label", "Thử", "--so-pin", "13572468", "--pin", Self.pin])
    for (number, key) in keys.enumerated() {
      let file = scratch.path + "/\(key).pem"
      let kind =
        switch key {
        case "rsa": ["RSA", "-pkeyopt", "rsa_keygen_bits:2048"]
        case "weak": ["RSA", "-pkeyopt", "rsa_keygen_bits:1024"]
        default: ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"]
        }
      let made = try Run("/usr/bin/openssl", ["genpkey", "-out", file, "-algorithm"] + kind)
      guard made.status == 0 else { throw POSIXError(.EIO) }
      try run([
        "--import", file, "--token", "Thử", "--label", key, "--id", "0\(number + 1)", "--pin", Self.pin,
      ])
    }
    try write(pin: Self.pin)
  }

  /// What the PIN file says.
  func write(pin: String) throws {
    try (pin + "\n").write(toFile: pinFile, atomically: true, encoding: .utf8)
    chmod(pinFile, 0o600)
  }

  private func run(_ arguments: [String]) throws {
    let run = try Run("/usr/bin/softhsm2-util", arguments, environment: environment)
    guard run.status == 0 else { throw POSIXError(.EIO) }
  }
}
