/// A span of time in the journal of airseal's daemon.
public struct WatchInterval: Fact {
  public static let table = Table(
    "watch_interval", "A span of time in the journal of airseal's daemon",
    [
      .code("state", "Whether the machine was watched", WatchState.self),
      .code("gap_reason", "Why nobody watched", WatchGap.self),
      .optionalTime("first_seen", "Begin"),
      .optionalTime("last_seen", "End"),
      .text("path", "Journal"),
      .optionalText("head", "Number and hash of the journal's last entry"),
    ])

  public var state: WatchState
  public var gapReason: WatchGap
  public var firstSeen: Int64?
  public var lastSeen: Int64?
  public var path: String
  public var head: String?

  public init(
    state: WatchState, gapReason: WatchGap, firstSeen: Int64?, lastSeen: Int64?, path: String,
    head: String? = nil
  ) {
    self.state = state
    self.gapReason = gapReason
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.path = path
    self.head = head
  }
}

/// What the daemon did in a span of time.
public enum WatchState: String, Codable, Sendable, CaseIterable {
  case watched
  /// Between a clean power-off and the next start of the same hardware.
  case off
  case gap
}

/// Why the daemon cannot vouch for a span of time.
public enum WatchGap: String, Codable, Sendable, CaseIterable {
  /// No gap.
  case none
  case crash
  case powerLost = "power_lost"
  case stopped
  case hardwareChanged = "hardware_changed"
  case overflow
  case suspend
  case clockStep = "clock_step"
  case writeFailed = "write_failed"
}
