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
        "Dùng khoá trong token (PKCS#11) để ký.", "Use the key of a token (PKCS#11) to sign with."),
      discussion: say(
        """
        Ghi vào FILE một tham chiếu tới khoá trong token và khoá công khai vào FILE.pub. Khoá bí mật không rời token.
        Ví dụ:
          airseal key import khoa --name 'Phòng X' --pkcs11 'pkcs11:token=VGCA;object=Ky%20so'
          airseal key import khoa --name 'Phòng X' --pkcs11 'pkcs11:token=VGCA?module-path=/usr/lib/vendor.so'
        """,
        """
        Writes a reference to the token's key to FILE and the public key to FILE.pub. The private key stays on the token.
        Example:
          airseal key import key --name 'Office X' --pkcs11 'pkcs11:token=VGCA;object=Sign'
          airseal key import key --name 'Office X' --pkcs11 'pkcs11:token=VGCA?module-path=/usr/lib/vendor.so'
        """))
  }

  @Argument(help: ArgumentHelp(say("Tệp sẽ tạo.", "File to make."), valueName: "file"))
  var file: String
  @Option(
    help: ArgumentHelp(
      say("Địa chỉ khoá trong token theo RFC 7512.", "Address of the key on the token (RFC 7512)."),
      valueName: "uri"))
  var pkcs11: String
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
    let signer = try TokenSigner(TokenAddress(pkcs11), name: name, isTest: test) { token in
      try SecretReader.pin(of: Grid.visible(token), file: pinFile)
    }
    _ = try JWS.sign(payload: Data("{}".utf8), type: "airseal-trial-1", with: signer)
    try KeyFileContents.writeReference(signer.publicKey, token: pkcs11, to: file)
    try signer.publicKey.write(to: file + ".pub")
    let (kid, algorithm) = (signer.publicKey.kid, signer.publicKey.algorithm.rawValue)
    try Output.print(
      say(
        "Đã nhận khoá \(kid) (\(algorithm)) của token: \(file) (dùng với --key) và \(file).pub (gửi cho nơi cần xác thực).",
        "Took the token's key \(kid) (\(algorithm)): \(file) (for --key) and \(file).pub (give it to those who verify)."
      ))
  }
}
