import ArgumentParser
import Attestation
import Facts
import Foundation
import Scanning
import Stamping

/// `airseal stamp issue`
struct StampIssueCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "issue",
      abstract: say("Cấp tem cho máy có kết luận ĐẠT.", "Issue a stamp for a machine that passed."))
  }

  @Option(help: ArgumentHelp(say("Tệp dữ kiện của máy.", "Facts of the machine."), valueName: "facts.sqlite"))
  var facts: String
  @OptionGroup var signing: SigningOptions
  @OptionGroup var terms: StampTerms
  @OptionGroup var basis: VerdictBasis
  @OptionGroup var registers: RegisterFolderOption
  @Option(
    help: ArgumentHelp(say("Chép tem vào tệp này.", "Copy the stamp into this file."), valueName: "file"))
  var output: String?
  @Flag(
    help: ArgumentHelp(
      say("Lưu tem trên chính máy này (máy đã kiểm tra).", "Leave the stamp on this very machine.")))
  var place = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let installation = try Installation(rules: common.rules)
    let pack = try installation.pack()
    let sealed = try SealedFacts(path: facts)
    let outcome = try basis.judge(sealed, installation, pack)
    let signer = try signing.signer()
    let issue = try StampIssue(
      outcome: outcome, facts: sealed, request: terms.request(at: Int64(Date().timeIntervalSince1970)),
      series: terms.series, key: signer, folder: registers.folder(installation))
    if place { try StampPlace.require(sealed, installation) }
    let stamp = try issue.run()
    let code = try stamp.tem().shortCode
    try Output.print(
      say(
        "Đã cấp tem \(stamp.stamp.serial), mã \(code), ghi vào \(issue.file(stamp)).",
        "Issued the stamp \(stamp.stamp.serial), code \(code), written to \(issue.file(stamp))."))
    try Output.print(
      say("In tem: airseal stamp print ", "Print it with: airseal stamp print ") + stamp.stamp.serial
        + " --output \(stamp.stamp.serial).pdf --key …")
    if let output { try Output.write(stamp.jws + "\n", to: output) }
    if place { try StampPlace.put(stamp) }
  }
}
