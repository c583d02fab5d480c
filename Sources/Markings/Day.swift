import Glibc

/// A day of the calendar.
public struct Day: Sendable, Comparable {
  public var year: Int
  public var month: Int
  public var day: Int

  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day in Vietnam (UTC+7) at a time in Unix seconds.
  public init(_ time: Int) {
    var seconds = time_t(time + 7 * 3600)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    self.init(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// The first full date in a line of lower case: "01/3/2024", "01 tháng 3 năm 2024"; nil where there is none.
  init?(in line: String) {
    let pattern = /([0-9]{1,2})(?: ?[\/.-] ?| tháng )([0-9]{1,2})(?: ?[\/.-] ?| năm )([0-9]{4})/
    guard let match = line.firstMatch(of: pattern)?.output, let day = Int(match.1), let month = Int(match.2),
      let year = Int(match.3)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public static func < (one: Day, other: Day) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }
}
