import Attestation
import Foundation

/// Asks for passphrases and PINs, on the terminal without echo or from a private file.
enum SecretReader {
  /// The passphrase of a key file.
  static func passphrase(of key: String, file: String?) throws -> Passphrase {
    Passphrase(
      try secret(
        file, option: "--passphrase-file",
        prompt: say("Mật khẩu của khoá \(key): ", "Passphrase of the key \(key): ")))
  }

  /// The PIN of a token.
  static func pin(of token: String, file: String?) throws -> String {
    try secret(
      file, option: "--pin-file", prompt: say("Mã PIN của token \(token): ", "PIN of the token \(token): "))
  }

  /// A passphrase for a new key, typed twice.
  static func newPassphrase(file: String?) throws -> Passphrase {
    let text = try secret(
      file, option: "--passphrase-file",
      prompt: say(
        "Mật khẩu cho khoá mới (ít nhất \(Passphrase.minimumLength) ký tự): ",
        "Passphrase for the new key (at least \(Passphrase.minimumLength) characters): "))
    guard text.count >= Passphrase.minimumLength else {
      throw Failure(
        .usage, "Mật khẩu quá ngắn, cần ít nhất \(Passphrase.minimumLength) ký tự.",
        "The passphrase is too short; at least \(Passphrase.minimumLength) characters are needed.")
    }
    if file == nil {
      let again = try Terminal.readSecret(say("Nhập lại mật khẩu: ", "The passphrase again: "))
      guard again == text else {
        throw Failure(.usage, "Hai lần nhập không giống nhau.", "The two do not match.")
      }
    }
    return Passphrase(text)
  }

  static func secret(_ file: String?, option: String, prompt: String) throws -> String {
    if let file { return try SecretFile.firstLine(file) }
    guard let text = try Terminal.readSecret(prompt) else {
      throw Failure(
        .usage, "Không có terminal để hỏi; đưa vào bằng tệp với \(option).",
        "There is no terminal to ask on; give it in a file with \(option).")
    }
    return text
  }
}
