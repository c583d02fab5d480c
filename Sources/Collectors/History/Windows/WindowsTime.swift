import LinuxHost

/// SYSTEMTIME of Windows: eight numbers of two bytes for year, month, weekday, day, hour, minute, second, millisecond, in
/// the machine's local time.
enum WindowsTime {
  /// Unix seconds; nil for bytes of another form.
  static func seconds(_ bytes: [UInt8]?, _ offset: (Int64) -> Int64) -> Int64? {
    guard let bytes, bytes.count == 16 else { return nil }
    let parts = stride(from: 0, to: 16, by: 2).map { Int(bytes[$0]) | Int(bytes[$0 + 1]) << 8 }
    let text = [parts[0], parts[1], parts[3], parts[4], parts[5], parts[6]].map(String.init).joined(
      separator: " ")
    return CivilTime(digits: text)?.time(offset: offset)
  }

  /// A FILETIME, tenths of microseconds since 1601 in UTC, as Unix seconds; nil for times before 2000.
  static func seconds(fileTime: Int64) -> Int64? {
    let seconds = fileTime / 10_000_000 - 11_644_473_600
    return seconds > 946_684_800 ? seconds : nil
  }
}
