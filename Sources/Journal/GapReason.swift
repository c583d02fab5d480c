/// Why the journal cannot vouch for a span of time.
public enum GapReason: String, Sendable, CaseIterable, Codable {
  /// The daemon ended without saying so, and the machine ran on.
  case crash
  /// The machine went down without the daemon's saying so.
  case powerLost = "power_lost"
  /// Somebody stopped the daemon while the machine ran on.
  case stopped
  /// The machine came back from a clean power-off with other hardware.
  case hardwareChanged = "hardware_changed"
  /// The kernel had more events than room for them.
  case overflow
  case suspend
  /// The clock was set.
  case clockStep = "clock_step"
  /// Events could not be written.
  case writeFailed = "write_failed"
}
