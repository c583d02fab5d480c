import ArgumentParser
import Attestation

/// Options that name what signs.
struct SigningOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Tệp khoá bí mật để ký, hoặc địa chỉ khoá trong token (pkcs11:…).",
        "Private key file to sign with, or the address of a token's key (pkcs11:…)."), valueName: "file"))
  var key: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Tệp có mật khẩu của khoá ở dòng đầu (- là đầu vào chuẩn); không có thì hỏi trên terminal.",
        "File with the key's passphrase in its first line (- for standard input); else the terminal asks."),
      valueName: "file"))
  var passphraseFile: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Tệp có mã PIN của token ở dòng đầu (- là đầu vào chuẩn); không có thì hỏi trên terminal.",
        "File with the token's PIN in its first line (- for standard input); else the terminal asks."),
      valueName: "file"))
  var pinFile: String?

  /// What signs; asks for its passphrase or PIN. Throws a usage failure where no key is named.
  func signer() throws -> any Signer {
    guard let key else { throw Failure(.usage, "Thiếu --key.", "--key is missing.") }
    return try SigningKey.open(
      key, secrets: SigningKey.Secrets(passphraseFile: passphraseFile, pinFile: pinFile))
  }
}
