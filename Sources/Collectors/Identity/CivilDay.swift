import Foundation

/// Days of the Gregorian calendar as text.
public enum CivilDay {
  /// Unix seconds of midnight of a day written as 2028-06-30, `offset` seconds east of UTC; nil if the text is no date.
  public static func start(_ text: String, offset: Int64 = 0) -> Int64? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let components = DateComponents(year: year, month: month, day: day)
    guard components.isValidDate(in: calendar), let date = calendar.date(from: components) else { return nil }
    return Int64(date.timeIntervalSince1970) - offset
  }
}
