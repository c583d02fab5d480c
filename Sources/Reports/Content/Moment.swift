import Foundation
import Rules

/// Dates and times as reports write them.
struct Moment {
  let language: Language
  /// Seconds east of UTC of the inspected machine.
  let offset: Int64

  /// Seconds east of UTC of Viet Nam, by which laws come into force.
  static let vietnam: Int64 = 7 * 3600

  /// As 21/11/2026 11:13, or 2026-11-21 11:13; a number out of the calendar's range as it is.
  func time(_ seconds: Int64) -> String {
    guard let parts = Self.parts(seconds, offset) else { return String(seconds) }
    let clock = "\(Self.two(parts.hour)):\(Self.two(parts.minute))"
    return language == .vi
      ? "\(Self.two(parts.day))/\(Self.two(parts.month))/\(parts.year) \(clock)"
      : "\(parts.year)-\(Self.two(parts.month))-\(Self.two(parts.day)) \(clock)"
  }

  /// The day of a time, as 21/11/2026 or 2026-11-21.
  func day(_ seconds: Int64) -> String { String(time(seconds).prefix { $0 != " " }) }

  /// When a day began by the machine's clock; nil for a day that is none.
  static func dayBegins(year: Int, month: Int, day: Int = 1, offset: Int64) -> Int64? {
    var parts = tm()
    parts.tm_year = Int32(year - 1900)
    parts.tm_mon = Int32(month - 1)
    parts.tm_mday = Int32(day)
    let time = timegm(&parts)
    return time == -1 ? nil : Int64(time) - offset
  }

  /// Two times; the second without its day if both are of one day.
  func range(_ first: Int64, _ last: Int64) -> String {
    let (start, end) = (time(first), time(last))
    let (day, clock) = (end.prefix { $0 != " " }, end.drop { $0 != " " }.dropFirst())
    return start.hasPrefix("\(day) ") ? "\(start) – \(clock)" : "\(start) – \(end)"
  }

  /// As UTC+07:00.
  var zone: String {
    let minutes = abs(offset) / 60
    return "UTC\(offset < 0 ? "-" : "+")\(Self.two(Int(minutes / 60))):\(Self.two(Int(minutes % 60)))"
  }

  /// A day of the law, as administrative documents write it: 01/3/2026, 28/02/2026.
  func lawDay(_ seconds: Int64) -> String {
    guard let parts = Self.parts(seconds, Self.vietnam) else { return String(seconds) }
    guard language == .vi else { return "\(parts.day) \(Self.months[parts.month - 1]) \(parts.year)" }
    let month = parts.month < 3 ? Self.two(parts.month) : String(parts.month)
    return "\(Self.two(parts.day))/\(month)/\(parts.year)"
  }

  /// RFC 3339 in UTC; nil out of the range of four-digit years.
  static func stamp(_ seconds: Int64) -> String? {
    guard let parts = parts(seconds, 0) else { return nil }
    let day = "\(parts.year)-\(two(parts.month))-\(two(parts.day))"
    return "\(day)T\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))Z"
  }

  private struct Parts {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
  }

  private static func parts(_ seconds: Int64, _ offset: Int64) -> Parts? {
    guard (-30_610_224_000...253_402_300_799).contains(seconds), abs(offset) <= 86_400 else { return nil }
    var time = time_t(seconds + offset)
    var broken = tm()
    guard gmtime_r(&time, &broken) != nil else { return nil }
    return Parts(
      year: Int(broken.tm_year) + 1900, month: Int(broken.tm_mon) + 1, day: Int(broken.tm_mday),
      hour: Int(broken.tm_hour), minute: Int(broken.tm_min), second: Int(broken.tm_sec))
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}
