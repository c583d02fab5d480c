extension YamlValue {
  /// Midnight in Viet Nam (UTC+7) of a day written as 2020-07-01, Unix seconds.
  func day() throws -> Int64 {
    let word = try raw()
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard word.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2], let year = Int64(parts[0]),
      let month = Int64(parts[1]), let day = Int64(parts[2]), year >= 1, (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else {
      throw problem(vi: "phải là ngày dạng 2020-07-01", en: "must be a day written as 2020-07-01")
    }
    return Self.daysSince1970(year, month, day) * 86_400 - 7 * 3600
  }

  /// Of the Gregorian calendar, whose year is counted from March so that the leap day comes last.
  private static func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }

  private static func days(in month: Int64, of year: Int64) -> Int64 {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    if month == 2 { return isLeap ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
