import Glibc
import Journal
import LinuxHost

/// The clocks of the running machine.
public struct MachineClock: Sendable {
  private let boot: String

  /// Throws `FileError` where the kernel does not tell its boot id.
  public init() throws {
    boot = try FileTree(root: "/").text("/proc/sys/kernel/random/boot_id", limit: 4096).trimmed
  }

  public var now: Moment {
    Moment(time: Self.microseconds(CLOCK_REALTIME), uptime: Self.microseconds(CLOCK_BOOTTIME), boot: boot)
  }

  /// Microseconds that the machine slept since it started.
  var slept: Int64 { Self.microseconds(CLOCK_BOOTTIME) - Self.microseconds(CLOCK_MONOTONIC) }

  private static func microseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }
}
