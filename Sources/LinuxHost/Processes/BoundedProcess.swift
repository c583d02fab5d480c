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

  /// The user nobody of every Linux system.
  public static let nobody: UInt32 = 65_534

  /// Runs a program to its end; `tick` is called several times a second and may throw to stop it.
  ///
  /// Throws `ProcessError` if it cannot be started or takes longer than it may.
  public static func run(_ call: ProgramCall, tick: () throws -> Void = {}) throws -> Result {
    var pipes: [Int32] = [-1, -1]
    guard airseal_output_pipe(&pipes) == 0 else { throw ProcessError(path: call.path, code: errno) }
    defer { close(pipes[0]) }
    let process = try start(call, output: pipes[1])
    let ending = airseal_pidfd_open(process)
    guard ending >= 0 else {
      let code = errno
      end(process)
      throw ProcessError(path: call.path, code: code)
    }
    defer { close(ending) }
    let output: [UInt8]?
    do {
      output = try read(pipes[0], until: ending, call, tick)
    } catch {
      end(process)
      throw error
    }
    guard let output else {
      end(process)
      throw ProcessError(path: call.path, code: ETIMEDOUT)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { throw ProcessError(path: call.path, code: errno) }
    }
    kill(-process, SIGKILL)
    return Result(
      status: status & 0x7f == 0 ? status >> 8 & 0xff : nil, output: String(decoding: output, as: UTF8.self))
  }

  private static func start(_ call: ProgramCall, output: Int32) throws -> pid_t {
    defer { close(output) }
    let words = copies([call.path] + call.arguments)
    let environment = copies(["LC_ALL=C", "PATH=/usr/bin:/bin", "HOME=/nonexistent"] + call.environment)
    defer { (words + environment).forEach { free($0) } }
    let process = call.path.withCString { program in
      words.withUnsafeBufferPointer { words in
        environment.withUnsafeBufferPointer { environment in
          var child = airseal_child()
          child.program = program
          child.arguments = words.baseAddress
          child.environment = environment.baseAddress
          child.output = output
          child.user = call.rights == .root ? 0 : nobody
          child.reads_all = call.rights == .reader ? 1 : 0
          child.without_network = call.withoutNetwork ? 1 : 0
          return airseal_start_child(&child)
        }
      }
    }
    guard process > 1 else { throw ProcessError(path: call.path, code: errno) }
    return process
  }

  private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  /// What the program writes until it ends; nil once the time is over.
  private static func read(
    _ pipe: Int32, until ending: Int32, _ call: ProgramCall, _ tick: () throws -> Void
  ) throws -> [UInt8]? {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(call.seconds)
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    var polled = [
      pollfd(fd: ending, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      try tick()
      let left = (deadline - clock.now).components
      let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
      if milliseconds <= 0 { return nil }
      _ = poll(&polled, 2, Int32(min(milliseconds, 200)))
      let hasEnded = polled[0].revents != 0
      while true {
        let count = Glibc.read(pipe, &buffer, buffer.count)
        if count == 0 { polled[1].fd = -1 }
        if count <= 0 { break }
        output += buffer.prefix(min(count, call.outputLimit - output.count))
      }
      if hasEnded { return output }
    }
  }

  private static func end(_ process: pid_t) {
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  }
}

/// A program that could not be run to its end.
public struct ProcessError: ReasonedError, Equatable {
  public let path: String
  public let code: Int32

  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  public var reason: Reason { code == ETIMEDOUT ? .timedOut : FileError(path: path, code: code).reason }
  public var detail: String { "\(path): \(String(cString: strerror(code)))" }
}
