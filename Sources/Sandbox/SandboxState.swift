/// The layers that are in force.
public struct SandboxState: Sendable, Equatable {
  public var hasNoNewPrivileges: Bool
  public var hasSeccomp: Bool
  /// Landlock ABI; 0 where the kernel has none.
  public var landlock: Int
}

/// A layer of the sandbox that could not be put up.
public struct SandboxError: Error, Equatable {
  public enum Layer: String, Sendable {
    case limits
    case user
    case dumpable
    case noNewPrivileges
    case landlock
    case seccomp
  }

  public let layer: Layer
  /// The kernel's error number.
  public let code: Int32
}
