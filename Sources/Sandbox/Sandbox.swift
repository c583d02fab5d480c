import CSandbox
import Glibc

/// Locks the calling process away: from then on it can read and answer the descriptors that it holds, and nothing else.
///
/// Call on the only thread, after every file is loaded. There is no way back.
public enum Sandbox {
  /// User and group of the worker when it is started by root.
  public static let nobody: UInt32 = 65534

  /// Enters the sandbox; throws `SandboxError` if any layer cannot be put up, except Landlock on a kernel without it.
  public static func enter(limits: SandboxLimits = SandboxLimits()) throws(SandboxError) -> SandboxState {
    for (resource, value) in limits.resources {
      try check(airseal_limit(resource, value), .limits)
    }
    if geteuid() == 0 { try check(airseal_become(nobody, nobody), .user) }
    try check(airseal_die_with_parent(), .user)
    try check(airseal_not_dumpable(), .dumpable)
    try check(airseal_no_new_privileges(), .noNewPrivileges)
    let landlock = airseal_landlock_abi()
    if landlock > 0 { try check(airseal_landlock_deny_all(landlock), .landlock) }
    let code = airseal_seccomp()
    guard code == 0 else { throw SandboxError(layer: .seccomp, code: -code) }
    return SandboxState(hasNoNewPrivileges: true, hasSeccomp: true, landlock: Int(landlock))
  }

  private static func check(_ result: Int32, _ layer: SandboxError.Layer) throws(SandboxError) {
    guard result == 0 else { throw SandboxError(layer: layer, code: errno) }
  }
}

extension Sandbox {
  /// Closes every descriptor from `first` on; throws where the kernel refuses.
  public static func closeDescriptors(from first: UInt32) throws(SandboxError) {
    guard airseal_close_from(first) == 0 else { throw SandboxError(layer: .limits, code: errno) }
  }
}
