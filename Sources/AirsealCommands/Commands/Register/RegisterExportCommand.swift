import ArgumentParser
import Attestation
import Foundation
import Stamping

/// `airseal register export`
struct RegisterExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: say(
        "Xuất một sổ ra CSV (UTF-8, mở được bằng bảng tính).",
        "Write a register as CSV (UTF-8, for spreadsheets)."),
      discussion: say(
        "Với --key: ký kèm FILE.jws; chỉ tệp có chữ ký mới nhập được vào máy khác (airseal register import).",
        "With --key: signs FILE.jws beside it; only signed files can be taken in elsewhere (airseal register import)."
      ))
  }

  @Argument(help: ArgumentHelp(say("Tệp CSV sẽ ghi.", "CSV file to write."), valueName: "file"))
  var file: String
  @Option(
    help: ArgumentHelp(
      say(
        "Sổ cần xuất: stamps (tem), records (biên bản), waivers (miễn trừ).",
        "Register to write: stamps, records, waivers.")))
  var register: RegisterName = .stamps
  @OptionGroup var signing: SigningOptions
  @OptionGroup var registers: RegisterFolderOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    let registers = try registers.open(Installation(rules: common.rules))
    let contents: RegisterContents =
      switch register {
      case .stamps: .stamps(try registers.stamps())
      case .records: .records(try registers.records())
      case .waivers: .waivers(try registers.waivers())
      }
    let table = contents.text
    let signature = try signing.key.map { _ in
      try RegisterExport.sign(
        table, rows: contents.count, at: Int64(Date().timeIntervalSince1970), with: signing.signer())
    }
    try Output.write(table, to: file)
    if let signature { try Output.write(signature + "\n", to: file + ".jws") }
    try Output.print(
      say("Đã xuất \(contents.count) mục vào \(file).", "Wrote \(contents.count) entries to \(file)."))
  }
}

/// A register that is written out.
enum RegisterName: String, ExpressibleByArgument, CaseIterable {
  case stamps
  case records
  case waivers
}
