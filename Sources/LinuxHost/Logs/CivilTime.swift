/// Date and time of day without a zone.
public struct CivilTime: Sendable, Comparable {
  public var year: Int
  public var month: Int
  public var day: Int
  /// Seconds since midnight.
  public var seconds: Int

  /// nil where the numbers are no date of the Gregorian calendar.
  public init?(year: Int, month: Int, day: Int, seconds: Int) {
    guard (1970...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year), (0...86_400).contains(seconds)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.seconds = seconds
  }

  /// Reads digits in the order year, month, day, hour, minute, second, whatever stands between them.
  public init?(digits text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let time = bytes.withUnsafeBytes({ CivilTime(digits: $0) }) else { return nil }
    self = time
  }

  /// Reads digits as in text, from its ASCII bytes.
  public init?(digits bytes: UnsafeRawBufferPointer) {
    var numbers: InlineArray<6, Int> = [0, 0, 0, 0, 0, 0]
    var count = 0
    var isInNumber = false
    for byte in bytes {
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        if !isInNumber { count += 1 }
        if count > 6 { break }
        isInNumber = true
        numbers[count - 1] = min(numbers[count - 1] * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000)
      } else {
        isInNumber = false
      }
    }
    guard count >= 6, numbers[3] < 24, numbers[4] < 60, numbers[5] <= 60 else { return nil }
    self.init(
      year: numbers[0], month: numbers[1], day: numbers[2],
      seconds: numbers[3] * 3600 + numbers[4] * 60 + numbers[5])
  }

  /// Unix seconds if this is UTC.
  public var utc: Int64 { Int64(Self.dayNumber(year, month, day)) * 86_400 + Int64(seconds) }

  public static func < (left: CivilTime, right: CivilTime) -> Bool { left.utc < right.utc }

  /// Unix seconds if this is local time, whose offset east of UTC at a moment is given by `offset`.
  public func time(offset: (Int64) -> Int64) -> Int64 { utc - offset(utc - offset(utc)) }

  static func year(of time: Int64) -> Int {
    var year = 1970 + Int(time / 31_556_952)
    while Int64(dayNumber(year, 1, 1)) * 86_400 > time { year -= 1 }
    while Int64(dayNumber(year + 1, 1, 1)) * 86_400 <= time { year += 1 }
    return year
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Days since 1 January 1970 (Howard Hinnant, "chrono-compatible low-level date algorithms").
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// 1 for Jan … 12 for Dec; nil for another word.
  public static func month(_ name: some StringProtocol) -> Int? {
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
      .firstIndex { $0 == name }.map { $0 + 1 }
  }
}
