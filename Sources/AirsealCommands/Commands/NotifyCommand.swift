import ArgumentParser
import Foundation
import Glibc
import Monitoring
import Rules

/// `airseal notify`
struct NotifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "notify",
      abstract: say(
        "Hiện thông báo trên màn hình của người dùng khi airseald phát hiện vi phạm.",
        "Show findings of airseald on this user's desktop as they happen."),
      discussion: say(
        "Chạy trong phiên làm việc của người dùng (airseal-notify.desktop), không cần quyền root.",
        "Runs in a user's session (airseal-notify.desktop), without root."))
  }

  @OptionGroup var daemon: DaemonOptions
  @OptionGroup var common: CommonOptions

  private static let program = "/usr/bin/notify-send"

  func run() throws {
    let pack = try Installation(rules: common.rules).pack()
    let titles = Dictionary(pack.checks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    guard FileManager.default.isExecutableFile(atPath: Self.program) else {
      throw Failure(
        .cannotWork, "Không có \(Self.program); cài gói libnotify-bin.",
        "There is no \(Self.program); install the package libnotify-bin.")
    }
    try daemon.client().call("Findings", more: true) { answer in
      guard let id = answer["check"], let check = titles[id] else { return true }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Self.program)
      process.arguments = [
        "--app-name=airseal", "--urgency=critical", "--", check.title[common.lang],
        check.remediation[common.lang],
      ]
      try process.run()
      process.waitUntilExit()
      return true
    }
  }
}
