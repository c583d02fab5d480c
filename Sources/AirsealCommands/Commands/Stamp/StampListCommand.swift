import ArgumentParser
import Foundation
import Stamping

/// `airseal stamp list`
struct StampListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: say("Liệt kê tem trong sổ.", "List the stamps of the register."))
  }

  @OptionGroup var registers: RegisterFolderOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    let installation = try Installation(rules: common.rules)
    let now = Int64(Date().timeIntervalSince1970)
    guard let registers = try Registers(reading: registers.folder(installation)) else {
      return try Output.print(say("Chưa cấp tem nào.", "No stamp was issued yet."))
    }
    let rows = try registers.stamps().map { RegisterWords.row($0, at: now) }
    try Output.print(
      rows.isEmpty ? say("Chưa cấp tem nào.", "No stamp was issued yet.") : Grid.columns(rows))
  }
}
