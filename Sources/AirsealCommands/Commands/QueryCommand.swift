import ArgumentParser
import Facts
import Foundation
import Rules

/// `airseal query`
struct QueryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "query",
      abstract: say("Chạy một câu SELECT trên dữ kiện đã niêm phong.", "Run one SELECT over sealed facts."),
      discussion: say(
        "Ví dụ: airseal query 'SELECT kind, peer, last_seen FROM network_contact'",
        "Example: airseal query 'SELECT kind, peer, last_seen FROM network_contact'"))
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
  }

  @Argument(help: ArgumentHelp(say("Câu lệnh SELECT.", "The SELECT statement."), valueName: "sql"))
  var sql: String

  @Option(
    help: ArgumentHelp(
      say("Tệp dữ kiện; mặc định là lần quét mới nhất.", "Facts; the newest scan by default."),
      valueName: "facts.sqlite"))
  var facts: String?

  @Option(help: ArgumentHelp(say("Dạng in ra: table, json, csv.", "What is printed: table, json, csv.")))
  var format: Format = .table

  @OptionGroup var common: CommonOptions

  func run() throws {
    let installation = try Installation(rules: common.rules)
    let sealed = try SealedFacts(path: try facts ?? newest(installation))
    let result = try FactsQuery(facts: sealed, views: try installation.pack().views).run(sql)
    switch format {
    case .table: try Output.print(Grid.table(result))
    case .json: try Output.print(try Grid.json(result))
    case .csv: try Output.print(Grid.csv(result))
    }
  }

  private func newest(_ installation: Installation) throws -> String {
    let folder = installation.state + "/scans"
    let manager = FileManager.default
    let names = manager.fileExists(atPath: folder) ? try manager.contentsOfDirectory(atPath: folder) : []
    let found = names.sorted(by: >).map { "\(folder)/\($0)/facts.sqlite" }
    guard let path = found.first(where: manager.fileExists(atPath:)) else {
      throw Failure(
        .usage, "Chưa có lần quét nào; chạy airseal scan hoặc chỉ rõ --facts.",
        "There is no scan yet; run airseal scan or name --facts.")
    }
    return path
  }
}
