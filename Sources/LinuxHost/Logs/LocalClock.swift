/// Turns local dates of a log into moments; the zone is asked once a day, unless its offset changes about that day.
struct LocalClock {
  private let offset: (Int64) -> Int64
  private var day: Int64?
  /// Seconds east of UTC all day long; nil where they change.
  private var steady: Int64?

  init(_ offset: @escaping (Int64) -> Int64) { self.offset = offset }

  /// Unix seconds.
  mutating func time(_ civil: CivilTime) -> Int64 {
    let secondsPerDay: Int64 = 86_400
    let today = civil.utc / secondsPerDay
    if day != today {
      day = today
      let before = offset((today - 1) * secondsPerDay)
      steady = before == offset((today + 2) * secondsPerDay) ? before : nil
    }
    return steady.map { civil.utc - $0 } ?? civil.time(offset: offset)
  }
}
