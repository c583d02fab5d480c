import ArgumentParser
import Foundation
import Journal

/// `airseal journal export`
struct JournalExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: say("Xuất nhật ký ra JSON, mỗi dòng một mục.", "Write the journal as JSON, one entry a line.")
    )
  }

  @OptionGroup var options: JournalOptions

  func run() throws {
    let (_, reader) = try options.open()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try reader.eachEntry { entry in
      let line = Line(
        boot: entry.moment.boot, detail: entry.detail, hash: entry.head.digest, kind: entry.kind.rawValue,
        sequence: entry.sequence, time: entry.moment.time, uptime: entry.moment.uptime)
      try Output.print(String(decoding: try encoder.encode(line), as: UTF8.self))
    }
  }

  private struct Line: Encodable {
    let boot: String
    let detail: [String: String]
    let hash: String
    let kind: String
    let sequence: Int64
    let time: Int64
    let uptime: Int64
  }
}
