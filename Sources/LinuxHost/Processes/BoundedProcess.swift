import CShims
import Facts
import Glibc

/// A program of this machine that is run for its answer: without a shell, in the C locale, for a limited time.
public struct BoundedProcess {
  public struct Result: Sendable, Equatable {
    /// Exit status; nil if a signal ended the program.
    public let status: Int32?
    /// Standard output and standard error together, cut at the limit.
    public let output: String

    public init(status: Int32?, output: String) {
      self.status = status
      self.output = output
    }
  }

  /// Runs a program by its absolute path; throws `ProcessError` if it cannot be started or takes longer than `seconds`.
  public static func run(
    _ path: String, _ arguments: [String], seconds: Int, outputLimit: Int = 1 << 16
  ) throws(ProcessError) -> Result {
    var pipes: [Int32] = [-1, -1]
    guard airseal_output_pipe(&pipes) == 0 else { throw ProcessError(path: path, code: errno) }
    defer { close(pipes[0]) }
    let process = try start(path, arguments, output: pipes[1])
    let ending = airseal_pidfd_open(process)
    guard ending >= 0 else {
      let code = errno
      end(process)
      throw ProcessError(path: path, code: code)
    }
    defer { close(ending) }
    let output = read(pipes[0], until: ending, seconds: seconds, limit: outputLimit)
    guard let output else {
      end(process)
      throw ProcessError(path: path, code: ETIMEDOUT)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { throw ProcessError(path: path, code: errno) }
    }
    return Result(
      status: status & 0x7f == 0 ? status >> 8 & 0xff : nil, output: String(decoding: output, as: UTF8.self))
  }

  private static func start(
    _ path: String, _ arguments: [String], output: Int32
  ) throws(ProcessError) -> pid_t {
    defer { close(output) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    let words = copies([path] + arguments)
    let environment = copies(["LC_ALL=C", "PATH=/usr/bin:/bin"])
    defer { (words + environment).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, nil, words, environment)
    guard code == 0 else { throw ProcessError(path: path, code: code) }
    return process
  }

  private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  /// What the program writes until it ends; nil once the time is over.
  private static func read(_ pipe: Int32, until ending: Int32, seconds: Int, limit: Int) -> [UInt8]? {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    var polled = [
      pollfd(fd: ending, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let left = (deadline - clock.now).components
      let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
      if milliseconds <= 0 { return nil }
      _ = poll(&polled, 2, Int32(clamping: milliseconds))
      let hasEnded = polled[0].revents != 0
      while true {
        let count = Glibc.read(pipe, &buffer, buffer.count)
        if count == 0 { polled[1].fd = -1 }
        if count <= 0 { break }
        output += buffer.prefix(min(count, limit - output.count))
      }
      if hasEnded { return output }
    }
  }

  private static func end(_ process: pid_t) {
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  }
}

/// A program that could not be run to its end.
public struct ProcessError: ReasonedError, Equatable {
  public let path: String
  public let code: Int32

  public var reason: Reason { code == ETIMEDOUT ? .timedOut : FileError(path: path, code: code).reason }
  public var detail: String { "\(path): \(String(cString: strerror(code)))" }
}
