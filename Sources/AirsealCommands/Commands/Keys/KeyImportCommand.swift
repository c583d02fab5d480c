import ArgumentParser
import Attestation
import Foundation
import Tokens

/// `airseal key import`
struct KeyImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: say(
        "Dùng khoá trong token (PKCS#11), hoặc khoá Ed25519 có sẵn trong tệp, để ký.",
        "Use the key of a token (PKCS#11), or an Ed25519 key that lies in a file, to sign with."),
      discussion: say(
        """
        Với --pkcs11: ghi vào FILE một tham chiếu tới khoá trong token; khoá bí mật không rời token. Với --from: nhận khoá
        Ed25519 từ tệp PKCS#8 (PEM) hoặc JWK và đặt mật khẩu mới. Khoá công khai ghi vào FILE.pub.
        Ví dụ:
          airseal key import khoa --name 'Phòng X' --pkcs11 'pkcs11:token=VGCA;object=Ky%20so'
          airseal key import khoa --name 'Phòng X' --pkcs11 'pkcs11:token=VGCA?module-path=/usr/lib/vendor.so'
          airseal key import khoa --name 'Phòng X' --from ed25519.pem
        """,
        """
        With --pkcs11: writes a reference to the token's key to FILE; the private key stays on the token. With --from: takes
        an Ed25519 key from a PKCS#8 (PEM) or JWK file and sets a new passphrase. The public key goes to FILE.pub.
        Examples:
          airseal key import key --name 'Office X' --pkcs11 'pkcs11:token=VGCA;object=Sign'
          airseal key import key --name 'Office X' --pkcs11 'pkcs11:token=VGCA?module-path=/usr/lib/vendor.so'
          airseal key import key --name 'Office X' --from ed25519.pem
        """))
  }

  @Argument(help: ArgumentHelp(say("Tệp sẽ tạo.", "File to make."), valueName: "file"))
  var file: String
  @Option(
    help: ArgumentHelp(
      say("Địa chỉ khoá trong token theo RFC 7512.", "Address of the key on the token (RFC 7512)."),
      valueName: "uri"))
  var pkcs11: String?
  @Option(
    help: ArgumentHelp(
      say(
        "Tệp khoá bí mật Ed25519: PKCS#8 (PEM) hoặc JWK.", "Private Ed25519 key file: PKCS#8 (PEM) or JWK."),
      valueName: "file"))
  var from: String?
  @Option(
    help: ArgumentHelp(
      say(
        "Tệp có mật khẩu của tệp --from ở dòng đầu (- là đầu vào chuẩn); không có thì hỏi trên terminal.",
        "File with the passphrase of --from in its first line (- for standard input); else the terminal asks."
      ),
      valueName: "file"))
  var fromPassphraseFile: String?
  @Option(
    help: ArgumentHelp(
      say("Tên người hoặc đơn vị giữ khoá.", "Name of the person or unit that holds the key."),
      valueName: "name"))
  var name: String
  @Flag(help: ArgumentHelp(say("Khoá chỉ để thử nghiệm.", "The key is for tests only.")))
  var test = false
  @Option(
    help: ArgumentHelp(
      say(
        "Tệp có mã PIN ở dòng đầu (- là đầu vào chuẩn); không có thì hỏi trên terminal.",
        "File with the PIN in its first line (- for standard input); else the terminal asks."),
      valueName: "file"))
  var pinFile: String?
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
    switch (pkcs11, from) {
    case (let address?, nil): try take(token: address)
    case (nil, let path?): try take(file: path)
    default:
      throw Failure(.usage, "Chọn một: --pkcs11 hoặc --from.", "Choose one: --pkcs11 or --from.")
    }
  }

  private func take(token address: String) throws {
    let signer = try TokenSigner(TokenAddress(address), name: name, isTest: test) { token in
      try SecretReader.pin(of: Grid.visible(token), file: pinFile)
    }
    _ = try JWS.sign(payload: Data("{}".utf8), type: "airseal-trial-1", with: signer)
    try KeyFileContents.writeReference(signer.publicKey, token: address, to: file)
    try signer.publicKey.write(to: file + ".pub")
    let (kid, algorithm) = (signer.publicKey.kid, signer.publicKey.algorithm.rawValue)
    try Output.print(
      say(
        "Đã nhận khoá \(kid) (\(algorithm)) của token: \(file) (dùng với --key) và \(file).pub (gửi cho nơi cần xác thực).",
        "Took the token's key \(kid) (\(algorithm)): \(file) (for --key) and \(file).pub (give it to those who verify)."
      ))
  }

  private func take(file path: String) throws {
    let key = try ForeignKey.read(path, name: name, isTest: test) {
      try SecretReader.secret(
        fromPassphraseFile, option: "--from-passphrase-file",
        prompt: say("Mật khẩu của tệp \(path): ", "Passphrase of the file \(path): "))
    }
    try key.write(to: file, passphrase: passphrase.read(isTest: test))
    try key.publicKey.write(to: file + ".pub")
    let kid = key.publicKey.kid
    try Output.print(
      say(
        "Đã nhận khoá \(kid) (EdDSA): \(file) (giữ kín, dùng với --key) và \(file).pub (gửi cho nơi cần xác thực). \(path) vẫn chứa khoá bí mật; cất giữ hoặc xoá an toàn.",
        "Took the key \(kid) (EdDSA): \(file) (keep it secret, for --key) and \(file).pub (give it to those who verify). \(path) still holds the private key; lock it away or wipe it."
      ))
  }
}
