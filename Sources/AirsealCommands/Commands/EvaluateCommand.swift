import ArgumentParser
import Facts
import Rules
import Scanning

/// `airseal evaluate`
struct EvaluateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "evaluate",
      abstract: say(
        "Đánh giá lại dữ kiện đã niêm phong, theo luật hoặc loại máy khác.",
        "Judge sealed facts again, under another law or profile."))
  }

  @Argument(
    help: ArgumentHelp(say("Tệp dữ kiện đã niêm phong.", "File of sealed facts."), valueName: "facts.sqlite"))
  var facts: String

  @Option(
    help: ArgumentHelp(
      say(
        "SHA-256 mong đợi của tệp, thay cho tệp .sha256.",
        "Expected SHA-256 of the file, instead of the .sha256 beside it."),
      valueName: "hex"))
  var digest: String?

  @OptionGroup var judging: JudgeOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let installation = try Installation(rules: common.rules)
    let pack = try installation.pack()
    let sealed = try SealedFacts(path: facts, expected: digest)
    let outcome = try judging.basis.judge(sealed, installation, pack)
    let folder = judging.outputFolder(installation)
    try Output.makeFolder(folder)
    try judging.deliver(outcome, facts: facts, folder: folder, common: common)
  }
}
