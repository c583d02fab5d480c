import ArgumentParser
import Attestation
import Collectors
import Foundation
import Stamping

/// `airseal stamp print`
struct StampPrintCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "print",
      abstract: say("Xuất tem ra PDF hoặc SVG để in.", "Write a stamp as PDF or SVG for printing."))
  }

  @Argument(
    help: ArgumentHelp(
      say("Tệp tem hoặc số tem trong sổ.", "Stamp file, or serial in the register."), valueName: "stamp"))
  var stamp: String
  @Option(help: ArgumentHelp(say("Tệp .pdf hoặc .svg.", "File .pdf or .svg."), valueName: "file"))
  var output: String
  @Option(
    help: ArgumentHelp(
      say("Cỡ tem (rules/stamp-labels.yaml).", "Label size (rules/stamp-labels.yaml)."), valueName: "size"))
  var size: String?
  @Option(
    help: ArgumentHelp(
      say("Thư mục khoá công khai được tin cậy.", "Folder of trusted public keys."), valueName: "dir"))
  var trust: String?
  @OptionGroup var signing: SigningOptions
  @OptionGroup var registers: RegisterFolderOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    let installation = try Installation(rules: common.rules)
    let path = StampFile.path(stamp, registers.folder(installation))
    let signed = try SignedStamp(file: path, trust: try installation.trustStore(trust))
    try StampLabelFile.print(
      signed, with: try signing.signer(), to: output, size: size, installation: installation)
    try Output.print(
      say(
        "Đã ghi tem \(signed.stamp.serial) vào \(output).",
        "Wrote the stamp \(signed.stamp.serial) to \(output)."))
  }
}
