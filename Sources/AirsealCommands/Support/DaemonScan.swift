import ArgumentParser
import Monitoring

/// A self-check that the daemon runs for this user.
enum DaemonScan {
  /// Waits for its end and ends with its exit code; throws `Failure` where no daemon runs or it refuses.
  static func run() throws {
    let client = try DaemonOptions.parse([]).client()
    var code: Int32 = 1
    do {
      try client.call("Scan") { answer in
        code = Int32(answer["code"] ?? "") ?? code
        return true
      }
    } catch let refusal as ControlClient.Refusal {
      throw Failure(refusal)
    }
    try Output.print(
      say(
        "Tự kiểm tra xong, mã thoát \(code). Kết quả ở thư mục checks của airseal.",
        "The self-check ended with exit code \(code). Its result lies in airseal's folder checks."))
    throw ExitCode(code)
  }
}
