import ArgumentParser
import Foundation
import Scanning

/// The program: its subcommands, and how every failure becomes a sentence and an exit code.
public struct AirsealCommand: ParsableCommand {
  public init() {}

  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "airseal",
      abstract: say(
        "Kiểm tra máy trạm Linux theo khoản 5 Điều 5 Luật Bảo vệ bí mật nhà nước.",
        "Checks a Linux workstation against Article 5 clause 5 of Vietnam's Law on Protection of State Secrets."
      ),
      discussion: say(
        """
        Mã thoát: 0 ĐẠT; 2 KHÔNG ĐẠT; 3 CHƯA KẾT LUẬN; 1 airseal không làm việc được;
        4 dữ kiện hoặc chữ ký không xác thực; 64 sai cú pháp lệnh.
        Thêm --lang en vào cuối lệnh để dùng tiếng Anh.
        """,
        """
        Exit codes: 0 pass (ĐẠT); 2 fail (KHÔNG ĐẠT); 3 undetermined (CHƯA KẾT LUẬN);
        1 airseal could not work; 4 facts or a signature do not verify; 64 usage.
        """),
      version: Version.current,
      subcommands: [
        ScanCommand.self, InspectCommand.self, EvaluateCommand.self, QueryCommand.self, TablesCommand.self,
        RulesCommand.self, DoctorCommand.self, KeyCommand.self, AnswerCommand.self,
        DocumentsCommand.self, AntivirusCommand.self, OriginCommand.self, DeviceCommand.self,
        StampCommand.self,
        RegisterCommand.self, WaiverCommand.self,
        JournalCommand.self, StatusCommand.self, WatchCommand.self, NotifyCommand.self, SelfCheckCommand.self,
      ])
  }

  /// Parses the arguments, runs the command and ends the process with its exit code.
  public static func launch() -> Never {
    Output.secureStreams()
    do {
      var command = try parseAsRoot()
      try command.run()
      Foundation.exit(0)
    } catch {
      ProgramEnd.report(error, of: Self.self)
    }
  }
}
