import ArgumentParser
import Attestation

/// Options that say below which passphrase a new key file lies.
struct NewPassphraseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Tệp có mật khẩu ở dòng đầu (- là đầu vào chuẩn); không có thì hỏi trên terminal.",
        "File with the passphrase in its first line (- for standard input); else the terminal asks."),
      valueName: "file"))
  var passphraseFile: String?
  @Flag(
    help: ArgumentHelp(
      say(
        "Không đặt mật khẩu: ai đọc được tệp là ký được.", "No passphrase: whoever reads the file can sign."))
  )
  var noPassphrase = false

  /// The passphrase, asked for where no option names it; nil for none, as for keys of tests.
  func read(isTest: Bool) throws -> Passphrase? {
    guard !noPassphrase || passphraseFile == nil else {
      throw Failure(
        .usage, "Chọn một: --no-passphrase hoặc --passphrase-file.",
        "Choose one: --no-passphrase or --passphrase-file.")
    }
    if noPassphrase || isTest && passphraseFile == nil { return nil }
    return try SecretReader.newPassphrase(file: passphraseFile)
  }
}
