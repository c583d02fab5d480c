import ArgumentParser
import Attestation

/// `airseal key show`
struct KeyShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: say(
        "Hiện khoá công khai trong một tệp khoá; không bao giờ hiện phần bí mật.",
        "Show the public key of a key file; never its private part."))
  }

  @Argument(help: ArgumentHelp(say("Tệp khoá.", "Key file."), valueName: "file"))
  var file: String
  @OptionGroup var common: CommonOptions

  func run() throws {
    let (key, place) = try KeyFileContents.read(file)
    let keeping =
      switch place {
      case .none: say("không có (tệp khoá công khai)", "none (a public key file)")
      case .plain: say("trong tệp, không có mật khẩu", "in the file, without a passphrase")
      case .sealed: say("trong tệp, có mật khẩu", "in the file, below a passphrase")
      case .token(let uri): say("trong token: \(uri)", "on a token: \(uri)")
      }
    try Output.print(
      Grid.columns([
        [say("Mã khoá", "Key"), key.kid],
        [say("Tên", "Name"), Grid.visible(key.name)],
        [say("Thuật toán", "Algorithm"), key.algorithm.rawValue],
        [say("Thử nghiệm", "For tests"), key.isTest ? say("có", "yes") : say("không", "no")],
        [say("Khoá bí mật", "Private key"), keeping],
      ]))
  }
}
