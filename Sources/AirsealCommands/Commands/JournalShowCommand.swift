import ArgumentParser
import Foundation
import Journal
import Rules

/// `airseal journal show`
struct JournalShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: say("In các mục nhật ký, hoặc các khoảng thời gian.", "Print entries, or spans of time."))
  }

  @OptionGroup var options: JournalOptions

  @Option(help: ArgumentHelp(say("Chỉ các mục từ số này.", "Only entries from this number on.")))
  var from: Int64 = 1

  @Option(name: [.short, .long], help: ArgumentHelp(say("Chỉ N mục cuối.", "Only the last N entries.")))
  var number: Int?

  @Flag(
    help: ArgumentHelp(
      say("In các khoảng giám sát, tắt máy và khoảng trống.", "Print spans: watched, off, gaps.")))
  var coverage = false

  func run() throws {
    let (_, reader) = try options.open()
    let words = EntryWords(
      labels: try Installation(rules: options.common.rules).pack().labels, language: options.common.lang)
    var history = WatchHistory()
    var lines: [String] = []
    try reader.eachEntry { entry in
      history.add(entry)
      if entry.sequence < from { return }
      lines.append(words.line(entry))
      if let number, lines.count > number { lines.removeFirst() }
    }
    if coverage { lines = history.intervals(pulse: try reader.pulse()).map(words.line) }
    if lines.isEmpty {
      return try Output.print(say("Nhật ký chưa có mục nào.", "The journal has no entries."))
    }
    try Output.print(lines.joined(separator: "\n"))
  }
}
