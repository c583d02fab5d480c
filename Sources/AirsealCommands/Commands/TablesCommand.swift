import ArgumentParser
import Facts
import Foundation

/// `airseal tables`
struct TablesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tables",
      abstract: say("Liệt kê các bảng dữ kiện và cột của chúng.", "List the fact tables and their columns."))
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
    case sql
  }

  @Argument(help: ArgumentHelp(say("Chỉ một bảng.", "Only one table."), valueName: "table"))
  var name: String?

  @Option(
    help: ArgumentHelp(say("Dạng in ra: text, markdown, sql.", "What is printed: text, markdown, sql.")))
  var format: Format = .text

  @OptionGroup var common: CommonOptions

  func run() throws {
    var tables = Schema.tables
    if let name {
      guard let table = Schema.table(name) else {
        throw Failure(
          .usage, "Không có bảng “\(name)”; xem airseal tables.",
          "There is no table “\(name)”; see airseal tables.")
      }
      tables = [table]
    }
    let words = try TableWords(rules: Installation(rules: common.rules).rules, language: common.lang)
    switch format {
    case .text: try Output.print(tables.map { text($0, words) }.joined(separator: "\n\n"))
    case .markdown: try Output.print(TableReference.markdown(tables))
    case .sql: try Output.print(tables.map { $0.sql + ";" }.joined(separator: "\n\n"))
    }
  }

  private func text(_ table: Table, _ words: TableWords) -> String {
    let width = table.columns.map(\.name.count).max() ?? 0
    let lines = table.columns.map { column in
      let name = column.name.padding(toLength: width, withPad: " ", startingAt: 0)
      return
        "  \(name)  \(words.text(column.summary))\(column.isOptional ? say(" (có thể trống)", " (may be empty)") : "")"
    }
    return ([table.name + " – " + words.text(table.summary)] + lines).joined(separator: "\n")
  }
}
