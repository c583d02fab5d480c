import ArgumentParser
import Attestation
import Facts
import Reports
import Rules
import Scanning

/// `airseal waiver check`
struct WaiverCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say(
        "Miễn trừ nào có tác dụng với dữ kiện này, miễn trừ nào không và vì sao.",
        "Which waivers count for these facts, and why others do not."),
      discussion: say(
        "Mã thoát: 0 mọi miễn trừ đều có tác dụng; 2 có miễn trừ không có tác dụng; 4 chữ ký không xác thực.",
        "Exit codes: 0 all count; 2 some do not; 4 a signature does not verify."))
  }

  @Argument(help: ArgumentHelp(say("Tệp miễn trừ.", "Waiver file."), valueName: "file"))
  var file: String
  @Option(help: ArgumentHelp(say("Tệp dữ kiện của máy.", "Facts of the machine."), valueName: "facts.sqlite"))
  var facts: String
  @OptionGroup var basis: VerdictBasis
  @OptionGroup var common: CommonOptions

  func run() throws {
    let installation = try Installation(rules: common.rules)
    let pack = try installation.pack()
    let sealed = try SealedFacts(path: facts)
    var basis = basis
    basis.waivers.append(file)
    let outcome = try basis.judge(sealed, installation, pack)
    for review in outcome.waivers {
      let title = pack.check(review.waiver.check)?.title[common.lang] ?? Grid.visible(review.waiver.check)
      let scope = Grid.visible(review.waiver.scope.joined(separator: ", "))
      let verdict = outcome.labels.text("answer.\(review.verdict.rawValue)")[common.lang]
      try Output.print("\(title) (\(scope)): \(verdict)")
    }
    throw ExitCode(outcome.waivers.allSatisfy { $0.verdict == .accepted } ? 0 : 2)
  }
}
