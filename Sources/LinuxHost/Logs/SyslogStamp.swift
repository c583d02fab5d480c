/// The time at the head of a syslog line.
enum SyslogStamp: Equatable {
  /// RFC 3339, Unix seconds.
  case absolute(Int64)
  /// RFC 3164: local time without a year.
  case yearless(month: Int, day: Int, seconds: Int)

  /// Reads the stamp and tells how many bytes it takes, the blank behind it included; nil where there is none.
  static func parse(_ line: UnsafeRawBufferPointer) -> (stamp: SyslogStamp, length: Int)? {
    guard line.count > 16 else { return nil }
    return isDigit(line[0]) ? parseAbsolute(line) : parseYearless(line)
  }

  /// The six bytes in which a stamp without a year holds its date; nil where a line is too short for them.
  static func date(_ line: UnsafeRawBufferPointer) -> UInt64? {
    guard line.count >= 8 else { return nil }
    return UInt64(littleEndian: line.loadUnaligned(as: UInt64.self)) & 0xFFFF_FFFF_FFFF
  }

  private static func parseYearless(_ line: UnsafeRawBufferPointer) -> (SyslogStamp, Int)? {
    guard line[3] == 0x20, let month = month(line), line[6] == 0x20, line[15] == 0x20,
      let seconds = timeOfDay(line, 7)
    else { return nil }
    let tens = line[4] == 0x20 ? 0 : digit(line, 4)
    guard let tens, let ones = digit(line, 5) else { return nil }
    let day = tens * 10 + ones
    guard (1...31).contains(day) else { return nil }
    return (.yearless(month: month, day: day, seconds: seconds), 16)
  }

  private static func parseAbsolute(_ line: UnsafeRawBufferPointer) -> (SyslogStamp, Int)? {
    guard line.count > 20, let century = number(line, 0), let years = number(line, 2),
      line[4] == 0x2d, let month = number(line, 5), line[7] == 0x2d, let day = number(line, 8),
      line[10] == 0x54 || line[10] == 0x20, let seconds = timeOfDay(line, 11),
      let civil = CivilTime(year: century * 100 + years, month: month, day: day, seconds: seconds)
    else { return nil }
    var at = 19
    if line[at] == 0x2e {
      at += 1
      while at < line.count, isDigit(line[at]) { at += 1 }
    }
    guard at < line.count else { return nil }
    if line[at] == 0x5a { return (.absolute(civil.utc), at + 2) }
    guard line[at] == 0x2b || line[at] == 0x2d, let hours = number(line, at + 1) else { return nil }
    let colon = at + 3 < line.count && line[at + 3] == 0x3a ? 1 : 0
    guard let minutes = number(line, at + 3 + colon) else { return nil }
    let offset = Int64(hours * 3600 + minutes * 60) * (line[at] == 0x2b ? 1 : -1)
    return (.absolute(civil.utc - offset), at + 6 + colon)
  }

  @inline(__always)
  private static func timeOfDay(_ line: UnsafeRawBufferPointer, _ at: Int) -> Int? {
    guard let hour = number(line, at), line[at + 2] == 0x3a, let minute = number(line, at + 3),
      line[at + 5] == 0x3a, let second = number(line, at + 6), hour < 24, minute < 60, second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static func month(_ line: UnsafeRawBufferPointer) -> Int? {
    let names: StaticString = "JanFebMarAprMayJunJulAugSepOctNovDec"
    for index in 0..<12 {
      let name = names.utf8Start + index * 3
      if line[0] == name[0] && line[1] == name[1] && line[2] == name[2] { return index + 1 }
    }
    return nil
  }

  @inline(__always)
  private static func number(_ line: UnsafeRawBufferPointer, _ at: Int) -> Int? {
    guard at + 1 < line.count, let tens = digit(line, at), let ones = digit(line, at + 1) else { return nil }
    return tens * 10 + ones
  }

  @inline(__always)
  private static func digit(_ line: UnsafeRawBufferPointer, _ at: Int) -> Int? {
    isDigit(line[at]) ? Int(line[at]) - 0x30 : nil
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
