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
        "Xuất sổ theo dõi tem ra CSV (UTF-8, mở được bằng bảng tính).",
        "Write the register of stamps as CSV (UTF-8, for spreadsheets)."),
      discussion: say(
        "Với --key: ký kèm FILE.jws; chỉ tệp có chữ ký mới nhập được vào máy khác (airseal register import).",
        "With --key: signs FILE.jws beside it; only signed files can be taken in elsewhere (airseal register import)."
      ))
  }

  @Argument(help: ArgumentHelp(say("Tệp CSV sẽ ghi.", "CSV file to write."), valueName: "file"))
  var file: String
  @OptionGroup var signing: SigningOptions
  @OptionGroup var registers: RegisterFolderOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    let entries = try registers.open(Installation(rules: common.rules)).stamps()
    let table = StampTable.text(entries)
    let signature = try signing.key.map { _ in
      try RegisterExport.sign(
        table, rows: entries.count, at: Int64(Date().timeIntervalSince1970), with: signing.signer())
    }
    try Output.write(table, to: file)
    if let signature { try Output.write(signature + "\n", to: file + ".jws") }
    try Output.print(
      say("Đã xuất \(entries.count) tem vào \(file).", "Wrote \(entries.count) stamps to \(file)."))
  }
}
