import Facts

/// Compares the boots that the journals know with those that the records of sessions know.
struct BootComparison {
  struct JournalBoot: Equatable {
    var id: String
    var path: String
    var first: Int64
    var last: Int64
    /// First sequence number of the file that was read first.
    var sequence: UInt64
    /// Seconds by which the clock was ahead of the time since the start, as last seen.
    var clock: Int64 = 0
    /// Seconds by which the clock went back at most, and the file that shows it.
    var setBack: Int64 = 0
    var setBackPath: String?

    /// Compares the clock with what it was; sleep and corrections forward are none of our business.
    mutating func note(clock now: Int64, _ path: String) {
      if clock - now > setBack {
        setBack = clock - now
        setBackPath = path
      }
      clock = now
    }
  }

  struct SessionEvent: Equatable {
    var path: String
    var kind: PowerEventKind
    var time: Int64
  }

  let journal: [JournalBoot]
  let sessions: [SessionEvent]
  /// Seconds east of UTC of local time; a hardware clock in local time is off by it at a start.
  let offset: Int64

  private static let near: Int64 = 15 * 60

  /// What does not fit: boots that only one side knows inside the time that both cover, and jumps back.
  func signs(source: String) -> [HistorySign] {
    missing(source) + backwards(source) + setBack(source) + set(source)
  }

  private func isNear(_ one: Int64, _ other: Int64) -> Bool {
    [0, offset, -offset].contains { abs(one - other + $0) <= Self.near }
  }

  /// A clock that was wrong at a start makes both sides lack a boot, so that the two together count once.
  private func missing(_ source: String) -> [HistorySign] {
    let boots = sessions.filter { $0.kind == .boot }
    guard let start = journal.first?.first, let end = journal.map(\.last).max(),
      let firstBoot = boots.map(\.time).min(), let lastBoot = boots.map(\.time).max()
    else { return [] }
    let margin: Int64 = 86_400
    let lost = boots.filter { boot in
      boot.time > start + margin && boot.time < end - margin
        && !journal.contains { isNear($0.first, boot.time) }
    }
    let unknown = journal.filter { boot in
      boot.first > firstBoot + margin && boot.first < lastBoot - margin
        && !boots.contains { isNear($0.time, boot.first) }
    }
    return lost.prefix(1).map {
      HistorySign(
        source: source, concern: .wiping, sign: .bootMissingInJournal, weight: .independent, path: $0.path,
        at: $0.time, detail: "\(lost.count)")
    }
      + unknown.prefix(1).map {
        HistorySign(
          source: source, concern: .wiping, sign: .bootMissingInSessions,
          weight: lost.isEmpty ? .independent : .normal,
          path: $0.path, at: $0.first, detail: "\(unknown.count)")
      }
  }

  /// Sessions that stand behind later ones in their own file; what equals the zone's offset is a hardware clock in
  /// local time.
  private func backwards(_ source: String) -> [HistorySign] {
    var signs: [HistorySign] = []
    for path in Set(sessions.map(\.path)).sorted() {
      var latest: Int64?
      for event in sessions where event.path == path && event.kind != .clockSet {
        if let before = latest, before - event.time > Self.near, !isNear(before, event.time) {
          let isReset = event.time < 1_262_304_000
          signs.append(
            HistorySign(
              source: source, concern: .clock, sign: isReset ? .clockReset : .timeWentBackwards,
              weight: isReset ? .normal : .independent, path: path, at: event.time,
              detail: "\(before - event.time) s"))
        }
        latest = max(latest ?? event.time, event.time)
      }
    }
    return signs
  }

  /// Boots in which the clock was set back; by more than any zone's offset it is no correction of the zone.
  private func setBack(_ source: String) -> [HistorySign] {
    let day: Int64 = 26 * 3600
    return journal.compactMap { boot in
      guard let path = boot.setBackPath, boot.setBack > Self.near, !isNear(boot.setBack, 0) else {
        return nil
      }
      return HistorySign(
        source: source, concern: .clock, sign: .clockWasSet,
        weight: boot.setBack > day ? .independent : .normal, path: path, at: boot.last,
        detail: "-\(boot.setBack) s")
    }
  }

  /// Changes of the clock that sessions record; setting it is no wiping.
  private func set(_ source: String) -> [HistorySign] {
    Dictionary(grouping: sessions.filter { $0.kind == .clockSet }, by: \.path).sorted { $0.key < $1.key }
      .compactMap { path, events in
        events.map(\.time).max().map {
          HistorySign(
            source: source, concern: .clock, sign: .clockWasSet, weight: .normal, path: path, at: $0,
            detail: "\(events.count)")
        }
      }
  }
}
