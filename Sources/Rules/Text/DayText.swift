/// Days as Vietnamese documents write them.
public enum DayText {
  /// dd/mm/yyyy of a moment, at an offset in seconds east of UTC.
  ///
  /// The calendar is the proleptic Gregorian; the algorithm is Howard Hinnant's `civil_from_days`.
  public static func text(_ seconds: Int64, utcOffset: Int64) -> String {
    let (sum, overflow) = seconds.addingReportingOverflow(utcOffset)
    let days = floored(overflow ? seconds : sum, 86_400) + 719_468
    let era = floored(days, 146_097)
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(padded(day))/\(padded(month))/\(year)"
  }

  private static func floored(_ value: Int64, _ divisor: Int64) -> Int64 {
    value / divisor - (value % divisor < 0 ? 1 : 0)
  }

  private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
