import ArgumentParser
import Attestation
import Foundation
import Scanning

/// `airseal waiver list`
struct WaiverListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: say("Liệt kê miễn trừ trong tệp.", "List the waivers of a file."))
  }

  @Argument(help: ArgumentHelp(say("Tệp miễn trừ.", "Waiver file."), valueName: "file"))
  var file = "waivers.jws"
  @Option(
    help: ArgumentHelp(
      say("Thư mục khoá công khai được tin cậy.", "Folder of trusted public keys."), valueName: "dir"))
  var trust: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let installation = try Installation(rules: common.rules)
    let store = try installation.trustStore(trust)
    let pack = try installation.pack()
    let now = Int64(Date().timeIntervalSince1970)
    let rows = try WaiverLoader.load([file], trust: store).map { signed in
      let waiver = signed.waiver
      return [
        pack.check(waiver.check)?.title[common.lang] ?? waiver.check,
        Grid.visible(waiver.scope.joined(separator: ", ")), Grid.visible(waiver.basis),
        Grid.visible(waiver.approver), say("đến ", "to ") + RegisterWords.day(waiver.expires),
        now > waiver.expires ? say("hết hạn", "expired") : say("còn hạn", "in time"),
      ]
    }
    try Output.print(
      rows.isEmpty ? say("Không có miễn trừ nào.", "There are no waivers.") : Grid.columns(rows))
  }
}
