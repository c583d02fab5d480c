import ArgumentParser
import Foundation
import Journal
import Monitoring
import Rules

/// `airseal watch`
struct WatchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "watch",
      abstract: say(
        "In từng sự kiện ngay khi airseald ghi vào nhật ký; dừng bằng Ctrl-C.",
        "Print each event as airseald writes it; stop with Ctrl-C."))
  }

  @OptionGroup var daemon: DaemonOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let words = EntryWords(
      labels: try Installation(rules: common.rules).pack().labels, language: common.lang)
    try daemon.client().call("Watch", more: true) { answer in
      guard let sequence = Int64(answer["entry.sequence"] ?? ""),
        let time = Int64(answer["entry.time"] ?? ""),
        let kind = answer["entry.kind"]
      else { return true }
      try Output.print(
        words.line(sequence: sequence, time: time, kind: kind, detail: answer.texts("entry.detail")))
      return true
    }
  }
}
