import Foundation
import Journal
import LinuxHost

/// Runs a self-check, one at a time: as the service that systemd knows, or where there is no systemd as a program.
public struct SelfCheck: Sendable {
  /// A self-check is running already.
  struct Busy: Error {}

  /// The service manager did not run it, as on battery, or it failed to start.
  struct NotRun: Error {}

  /// Time that a self-check gets, in seconds.
  static let limit = 24 * 3600
  private static let unit = "airseal-scan.service"
  private static let manager = "/usr/bin/systemctl"

  private let program: String
  private let configuration: String
  private let recorder: Recorder
  private let place = Places(1)

  /// `program` is the command `airseal`, `configuration` the file that says how to check.
  init(program: String, configuration: String, recorder: Recorder) {
    self.program = program
    self.configuration = configuration
    self.recorder = recorder
  }

  /// Runs it to its end and returns its exit code, -1 if a signal ended it; throws `Busy`, `NotRun`, `FileError`, `ProcessError`.
  func run() async throws -> Int32 {
    guard place.take() else { throw Busy() }
    defer { place.give() }
    let isManaged = FileManager.default.fileExists(atPath: "/run/systemd/system")
    let code = isManaged ? try await service() : try await child()
    await recorder.record([JournalEvent(.scanFinished, ["code": "\(code)"])])
    return code
  }

  private func service() async throws -> Int32 {
    try TrustedProgram.require(Self.manager)
    func ask(_ words: [String], _ seconds: Int) async throws -> BoundedProcess.Result {
      try await ProgramCall(Self.manager, words, seconds: seconds, rights: .root).result()
    }
    let start = try await ask(["start", Self.unit], Self.limit)
    let answer = try await ask(
      ["show", "--property=ConditionResult", "--property=ExecMainStatus", Self.unit], 30)
    let lines = answer.output.split(separator: "\n")
    guard start.status == 0, lines.contains("ConditionResult=yes"),
      let code = lines.first(where: { $0.hasPrefix("ExecMainStatus=") })?.split(separator: "=").last
    else { throw NotRun() }
    return Int32(code) ?? -1
  }

  private func child() async throws -> Int32 {
    try TrustedProgram.require(program)
    var call = ProgramCall(
      program, ["self-check", "--config", configuration], seconds: Self.limit, rights: .root)
    let state = ProcessInfo.processInfo.environment["AIRSEAL_STATE"]
    call.environment = state.map { ["AIRSEAL_STATE=\($0)"] } ?? []
    return try await call.result().status ?? -1
  }
}
