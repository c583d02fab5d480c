import ArgumentParser
import Foundation
import Monitoring
import Scanning

/// `airseald`
public struct DaemonCommand: AsyncParsableCommand {
  public init() {}

  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "airseald",
      abstract: say(
        "Giám sát thiết bị và kết nối của máy này, ghi nhật ký không sửa được.",
        "Watches this machine's devices and links, and keeps a journal that cannot be changed unseen."),
      discussion: say(
        "Chạy bằng quyền root, thường do systemd khởi động (airseald.service).",
        "Runs as root, usually started by systemd (airseald.service)."),
      version: Version.current)
  }

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp(say("Tệp cấu hình.", "Configuration file."), valueName: "file"))
  var config = DaemonConfiguration.path

  @Option(help: ArgumentHelp(say("Socket điều khiển.", "Control socket."), valueName: "path"))
  var socket = ControlSocket.path

  @Flag(help: ArgumentHelp(say("Chỉ kiểm tra tệp cấu hình.", "Only check the configuration file.")))
  var checkConfig = false

  public func run() async throws {
    let configuration = try DaemonConfiguration(file: config)
    if checkConfig {
      return try Output.print(say("\(config): hợp lệ.", "\(config): valid."))
    }
    let plan = DaemonPlan(config: config, rules: common.rules, socket: socket)
    let (setting, _) = try plan.read()
    try Output.makeFolder(setting.state)
    let daemon = try await Daemon(setting, configuration, reload: { try plan.read() }) { Output.note($0) }
    try await daemon.run()
  }

  /// Parses the arguments, runs the daemon and ends the process with its exit code.
  public static func launch() async -> Never {
    Output.secureStreams()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      Foundation.exit(0)
    } catch {
      ProgramEnd.report(error, of: Self.self)
    }
  }
}
