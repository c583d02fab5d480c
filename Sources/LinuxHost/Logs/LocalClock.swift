/// Turns local dates of a log into moments; the zone is asked once a day, unless its offset changes about that day.
struct LocalClock {
  private let offset: (Int64) -> Int64
  private var date: (year: Int, month: Int, day: Int)?
  /// When the date began if its offset does not change, in Unix seconds; nil where it changes.
  private var midnight: Int64?

  init(_ offset: @escaping (Int64) -> Int64) { self.offset = offset }

  /// Unix seconds.
  mutating func time(_ civil: CivilTime) -> Int64 {
    if date.map({ $0 != (civil.year, civil.month, civil.day) }) ?? true {
      date = (civil.year, civil.month, civil.day)
      let secondsPerDay: Int64 = 86_400
      let start = civil.utc - Int64(civil.seconds)
      let before = offset(start - secondsPerDay)
      midnight = before == offset(start + 2 * secondsPerDay) ? start - before : nil
    }
    return midnight.map { $0 + Int64(civil.seconds) } ?? civil.time(offset: offset)
  }
}
