import ArgumentParser
import Attestation
import Foundation

/// `airseal key new`
struct KeyNewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new",
      abstract: say("Tạo một cặp khoá Ed25519.", "Make an Ed25519 key pair."),
      discussion: say(
        """
        Ghi khoá bí mật vào FILE (chỉ chủ sở hữu đọc được, bảo vệ bằng mật khẩu) và khoá công khai vào FILE.pub.
        Khoá thử nghiệm (--test) không cần mật khẩu.
        """,
        """
        Writes the private key to FILE (readable by its owner only, below a passphrase) and the public key to FILE.pub.
        A key for tests (--test) needs no passphrase.
        """))
  }

  @Argument(
    help: ArgumentHelp(say("Tệp khoá bí mật sẽ tạo.", "Private key file to make."), valueName: "file"))
  var file: String
  @Option(
    help: ArgumentHelp(
      say("Tên người hoặc đơn vị giữ khoá.", "Name of the person or unit that holds the key."),
      valueName: "name"))
  var name: String
  @Flag(help: ArgumentHelp(say("Khoá chỉ để thử nghiệm.", "The key is for tests only.")))
  var test = false
  @OptionGroup var passphrase: NewPassphraseOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard !name.trimmingCharacters(in: .whitespaces).isEmpty else {
      throw Failure(.usage, "--name không được để trống.", "--name must not be empty.")
    }
    for path in [file, file + ".pub"] where FileManager.default.fileExists(atPath: path) {
      throw Failure(
        .usage, "\(path) đã có; airseal không ghi đè khoá.",
        "\(path) exists already; airseal does not overwrite keys.")
    }
    let key = KeyPair.generate(name: name, isTest: test)
    try key.write(to: file, passphrase: passphrase.read(isTest: test))
    try key.publicKey.write(to: file + ".pub")
    try Output.print(
      say(
        "Đã tạo khoá \(key.publicKey.kid): \(file) (giữ kín) và \(file).pub (gửi cho nơi cần xác thực).",
        "Made the key \(key.publicKey.kid): \(file) (keep it secret) and \(file).pub (give it to those who verify)."
      ))
  }
}
