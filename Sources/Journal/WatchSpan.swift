/// A span of time and what the journal says of it.
public struct WatchSpan: Sendable, Equatable {
  public enum State: String, Sendable, CaseIterable, Codable {
    case watched
    /// Cleanly switched off.
    case off
    case gap
  }

  /// Microseconds since 1970.
  public let from: Int64
  public let until: Int64
  public let state: State
  /// Why nobody watched; only of a gap.
  public let reason: GapReason?

  init(_ state: State, _ from: Int64, _ until: Int64, _ reason: GapReason? = nil) {
    self.from = from
    self.until = until
    self.state = state
    self.reason = reason
  }
}

/// Derives the spans of a journal, one entry after the other.
public struct WatchHistory {
  public private(set) var intervals: [WatchSpan] = []
  private var watchedSince: Int64?
  private var latest: Int64 = 0

  public init() {}

  public mutating func add(_ entry: EventEntry) {
    latest = entry.moment.time
    switch entry.kind {
    case .watchStarted: watchedSince = entry.moment.time
    case .watchStopped: close(at: entry.moment.time, reopen: nil)
    case .gap: interrupt(entry, .gap)
    case .machineOff: interrupt(entry, .off)
    default: break
    }
  }

  /// The spans up to the last sign of life, which may be a pulse after the last entry.
  public func intervals(pulse: Moment?) -> [WatchSpan] {
    guard let watchedSince else { return intervals }
    return intervals + [WatchSpan(.watched, watchedSince, max(latest, pulse?.time ?? 0))]
  }

  private mutating func interrupt(_ entry: EventEntry, _ state: WatchSpan.State) {
    let until = entry.detail["until"].flatMap(Int64.init) ?? entry.moment.time
    let from = entry.detail["from"].flatMap(Int64.init) ?? until
    close(at: from, reopen: until)
    let reason = entry.detail["reason"].flatMap(GapReason.init)
    intervals.append(WatchSpan(state, from, until, reason))
  }

  private mutating func close(at end: Int64, reopen: Int64?) {
    guard let start = watchedSince else { return }
    intervals.append(WatchSpan(.watched, start, end))
    watchedSince = reopen
  }
}
