import ArgumentParser
import Foundation
import Monitoring
import Scanning

/// `airseal self-check`
struct SelfCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "self-check",
      abstract: say(
        "Tự kiểm tra theo lịch: quét, giữ kết quả, xoá kết quả cũ.",
        "Scheduled self-check: scan, keep the result, remove old ones."),
      discussion: say(
        """
        Đọc mục self_check trong tệp cấu hình. Kết quả tự kiểm tra không thay thế việc kiểm tra của cơ quan
        Công an và không phải căn cứ cấp tem an ninh. Mã thoát như airseal scan.
        """,
        """
        Reads self_check of the configuration. A self-check does not replace the inspection by the police and is no
        ground for a security stamp. Exit codes as of airseal scan.
        """))
  }

  enum Part: String, ExpressibleByArgument, CaseIterable {
    case documents
  }

  @Option(help: ArgumentHelp(say("Tệp cấu hình.", "Configuration file."), valueName: "file"))
  var config = DaemonConfiguration.path

  @Option(help: ArgumentHelp(say("Bỏ qua một phần (documents).", "Leave a part out (documents).")))
  var skip: [Part] = []

  @OptionGroup var common: CommonOptions

  func run() throws {
    let settings = try DaemonConfiguration(file: config).selfCheck
    let archive = ResultArchive(try Installation(rules: common.rules).state + "/checks")
    var arguments = [
      "--self-check", "--output", archive.newFolder(at: Date()), "--lang", common.lang.rawValue,
    ]
    if let profile = settings.profile { arguments += ["--profile", profile] }
    if !settings.documents || skip.contains(.documents) { arguments += ["--skip", "documents"] }
    if let rules = common.rules { arguments += ["--rules", rules] }
    do {
      try ScanCommand.parse(arguments).run()
    } catch let code as ExitCode {
      try archive.keep(code: code.rawValue, count: settings.keepCount, days: settings.keepDays, now: Date())
      throw code
    }
    try archive.keep(code: 0, count: settings.keepCount, days: settings.keepDays, now: Date())
  }
}
