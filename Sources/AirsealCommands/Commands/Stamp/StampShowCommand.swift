import ArgumentParser
import Attestation
import Collectors
import Foundation
import Rules
import Scanning
import Stamping

/// `airseal stamp show`
struct StampShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: say("Xem nội dung một tem có chữ ký hợp lệ.", "Show what an authentic stamp says."))
  }

  @Argument(
    help: ArgumentHelp(
      say("Tệp tem hoặc số tem trong sổ.", "Stamp file, or serial in the register."), valueName: "file"))
  var stamp: String?
  @Option(
    help: ArgumentHelp(
      say("Thư mục khoá công khai được tin cậy.", "Folder of trusted public keys."), valueName: "dir"))
  var trust: String?
  @OptionGroup var registers: RegisterFolderOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    let installation = try Installation(rules: common.rules)
    let store = try installation.trustStore(trust)
    let signed = try SignedStamp(file: path(installation), trust: store)
    try Output.print(try StampSheet.text(signed, pack: try installation.pack(), common.lang))
  }

  private func path(_ installation: Installation) -> String {
    stamp.map { StampFile.path($0, registers.folder(installation)) } ?? MachineFiles.stamp
  }
}
