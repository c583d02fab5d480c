import ArgumentParser
import Attestation
import Foundation
import Journal
import LinuxHost
import Rules

/// `airseal journal`
struct JournalCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "journal",
      abstract: say(
        "Xem, xác minh và trích xuất nhật ký giám sát.", "Show, verify and export the journal of the watch."),
      subcommands: [JournalShowCommand.self, JournalVerifyCommand.self, JournalExportCommand.self],
      defaultSubcommand: JournalShowCommand.self)
  }
}

/// Which journal is read.
struct JournalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Tệp nhật ký; mặc định là của máy này.", "Journal file; this machine's by default."),
      valueName: "file"))
  var journal: String?

  @OptionGroup var common: CommonOptions

  /// The file and a reader of it; throws `Failure` where it cannot be read.
  func open() throws -> (path: String, reader: EventReader) {
    let path = try journal ?? Installation(rules: common.rules).journal
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        .usage, "Không có nhật ký \(path): dịch vụ airseald chưa chạy trên máy này.",
        "There is no journal \(path): airseald has not run on this machine.")
    }
    do {
      return (path, try EventReader(live: path))
    } catch {
      throw Failure(.cannotWork, "Không đọc được nhật ký \(path).", "Cannot read the journal \(path).")
    }
  }
}
