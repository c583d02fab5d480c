/// Gives years to stamps that lack them, in the order of a log.
struct YearCalendar {
  private var year = 1972
  private var latest: (month: Int, day: Int)?
  private var dayOfYear = 0
  /// A date this much earlier than the one before it is in the next year, not a clock set back.
  private static let wrap = 31

  /// The time of the next stamp; nil for a date that its year lacks.
  mutating func time(_ stamp: SyslogStamp, _ clock: inout LocalClock) -> Int64? {
    switch stamp {
    case .absolute(let time): return time
    case .yearless(let month, let day, let seconds):
      follow(month, day)
      return CivilTime(year: year, month: month, day: day, seconds: seconds).map { clock.time($0) }
    }
  }

  /// Takes in the next date, and with it the New Year that may lie before it.
  mutating func follow(_ month: Int, _ day: Int) {
    let number = month * 31 + day
    if latest != nil && number < dayOfYear - Self.wrap { year += 1 }
    if latest != nil && number > dayOfYear + 372 - Self.wrap { year -= 1 }
    dayOfYear = number
    latest = (month, day)
  }

  /// A calendar for the first stamp again, such that the last date that was seen begins not after `bound`.
  func anchored(bound: Int64, _ offset: (Int64) -> Int64) -> YearCalendar {
    guard let latest else { return YearCalendar() }
    var last = CivilTime.year(of: max(bound, 0)) + 1
    while last > 1970 {
      let civil = CivilTime(year: last, month: latest.month, day: latest.day, seconds: 0)
      if let civil, civil.time(offset: offset) <= bound { break }
      last -= 1
    }
    var calendar = YearCalendar()
    calendar.year = last - (year - 1972)
    return calendar
  }
}
