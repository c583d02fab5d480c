import ArgumentParser
import Foundation
import Monitoring

/// `airseal status`
struct StatusCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "status",
      abstract: say(
        "Cho biết dịch vụ giám sát đang làm gì; mã thoát 3 khi không chạy.",
        "Tell what the watching daemon does; exit code 3 if it does not run."))
  }

  @OptionGroup var daemon: DaemonOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let client = try daemon.connect() else {
      try Output.print(
        say(
          "airseald không chạy: máy này không được giám sát. Khởi động: systemctl start airseald",
          "airseald does not run: this machine is not watched. Start it: systemctl start airseald"))
      throw ExitCode(3)
    }
    try client.call("Status") { answer in
      let since = Int64(answer["since"] ?? "").map { Date(timeIntervalSince1970: Double($0) / 1_000_000) }
      let lines = [
        [say("Phiên bản", "Version"), answer["version"] ?? ""],
        [say("Giám sát từ", "Watching since"), since.map { "\($0)" } ?? ""],
        [say("Nguồn", "Sources"), answer["monitors"] ?? ""],
        [
          say("Điểm cuối nhật ký", "End of the journal"),
          "\(answer["head.sequence"] ?? ""):\(answer["head.hash"] ?? "")",
        ],
        [say("Sự kiện chưa ghi được", "Events not written"), answer["lost"] ?? ""],
      ]
      try Output.print(Grid.columns(lines))
      return true
    }
  }
}

/// Where the daemon listens.
struct DaemonOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say("Socket điều khiển của airseald.", "Control socket of airseald.")))
  var socket = ControlSocket.path

  /// A connection; nil if no daemon listens there. Throws `ControlSocketError`.
  func connect() throws -> ControlClient? {
    do {
      return try ControlClient(path: socket)
    } catch let error as ControlSocketError where [ENOENT, ECONNREFUSED].contains(error.code) {
      return nil
    }
  }

  /// A connection; throws `Failure` where no daemon listens.
  func client() throws -> ControlClient {
    guard let client = try connect() else {
      throw Failure(
        .cannotWork, "airseald không chạy; khởi động: systemctl start airseald",
        "airseald does not run; start it: systemctl start airseald")
    }
    return client
  }
}
