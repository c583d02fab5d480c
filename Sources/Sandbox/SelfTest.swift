import CSandbox
import Glibc

/// Tries from inside the sandbox what a taken-over worker would try.
public struct SelfTest: Sendable {
  /// What is tried.
  public enum Attempt: String, Sendable, CaseIterable {
    case open
    case stat
    case socket
    case connect
    case fork
    case exec
    case kill
    case ptrace
    case executableMemory = "executable_memory"
  }

  /// How an attempt ended.
  public struct Result: Sendable, Equatable {
    public let attempt: Attempt
    /// The kernel's error number; 0 if it let the attempt succeed.
    public let code: Int32

    /// Whether the sandbox refused it; any other error means that the attempt proves nothing.
    public var isRefused: Bool { code == EPERM || code == EACCES }
  }

  private let socket: Int32
  private let parent: Int32

  /// Prepares the test; call before entering the sandbox.
  public init() {
    socket = airseal_local_socket()
    parent = getppid()
  }

  /// Runs every attempt; call inside the sandbox.
  public func run() -> [Result] {
    Attempt.allCases.map { Result(attempt: $0, code: attempt($0)) }
  }

  private func attempt(_ attempt: Attempt) -> Int32 {
    switch attempt {
    case .open: airseal_try_open("/etc/passwd")
    case .stat: airseal_try_stat("/etc/passwd")
    case .socket: airseal_try_socket()
    case .connect: airseal_try_connect(socket)
    case .fork: airseal_try_fork()
    case .exec: airseal_try_exec("/bin/false")
    case .kill: airseal_try_kill(parent)
    case .ptrace: airseal_try_ptrace(parent)
    case .executableMemory: airseal_try_executable_memory()
    }
  }
}
