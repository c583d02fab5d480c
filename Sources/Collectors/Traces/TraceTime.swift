import Foundation

/// Times as desktop programs write them.
enum TraceTime {
  /// A time of ISO 8601 in UTC, with or without a fraction; nil for others.
  static func utc(_ text: String?) -> Int64? {
    guard let text else { return nil }
    let digits = text.split { !$0.isASCII || !$0.isNumber }.prefix(6).compactMap { Int($0) }
    guard digits.count == 6, (1970...9999).contains(digits[0]) else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let date = calendar.date(
      from: DateComponents(
        year: digits[0], month: digits[1], day: digits[2], hour: digits[3], minute: digits[4],
        second: digits[5]))
    return date.map { Int64($0.timeIntervalSince1970) }
  }
}
