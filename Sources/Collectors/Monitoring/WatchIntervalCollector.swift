import Facts
import Journal
import LinuxHost

/// The spans of time in which the daemon watched this machine, and those in which nobody did.
struct WatchIntervalCollector: Collector {
  static let name = "watch_interval"
  static let tables = [WatchInterval.table]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    guard let journal = try WatchJournal(host) else {
      throw CollectionFailure(.notApplicable, .neverInstalled)
    }
    var history = WatchHistory()
    let (head, pulse) = try journal.read { history.add($0) }
    for interval in history.intervals(pulse: pulse) {
      try sink.add(
        WatchInterval(
          state: WatchState(rawValue: interval.state.rawValue) ?? .gap,
          gapReason: interval.reason.flatMap { WatchGap(rawValue: $0.rawValue) } ?? .none,
          firstSeen: interval.from / 1_000_000, lastSeen: interval.until / 1_000_000,
          path: WatchJournal.path, head: "\(head.sequence):\(head.digest)"))
    }
  }
}
