import CSystemd
import Foundation

/// What the daemon says to the service manager (sd_notify(3)); without one nothing is said.
enum ServiceManager {
  static func isReady(_ status: String) { sd_notify(0, "READY=1\nSTATUS=\(status)") }
  static func isReloading() { sd_notify(0, "RELOADING=1") }
  static func isStopping() { sd_notify(0, "STOPPING=1") }
  static func isAlive() { sd_notify(0, "WATCHDOG=1") }

  /// Time within which the manager wants a sign of life; nil where it wants none (sd_watchdog_enabled(3)).
  static var watchdog: Duration? {
    var microseconds: UInt64 = 0
    return sd_watchdog_enabled(0, &microseconds) > 0 ? .microseconds(microseconds) : nil
  }
}
