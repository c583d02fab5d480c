import Glibc

/// One question to a sandboxed worker that is started for it alone.
public enum WorkerExchange {
  /// The worker could not be started, or did not answer in time.
  public struct Failure: Error {
    public let detail: String
  }

  /// Starts the program, sends bytes with a descriptor, and returns the answer; throws `Failure`.
  public static func run(
    _ program: String, _ arguments: [String], send bytes: [UInt8], with descriptor: Int32, seconds: Int32
  ) throws(Failure) -> [UInt8] {
    do throws(WorkerProcess.Failure) {
      let worker = try WorkerProcess(program: program, arguments: arguments)
      try worker.waitForGreeting()
      guard let answer = worker.exchange(bytes, [descriptor], seconds: seconds) else {
        throw WorkerProcess.Failure(detail: "\(program): no answer")
      }
      return answer
    } catch {
      throw Failure(detail: error.detail)
    }
  }
}
