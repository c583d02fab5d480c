import CShims

/// Times as antivirus products write them.
enum VendorTime {
  /// Unix seconds of a text in one of the forms; a time without a zone is that of the machine.
  ///
  /// A form is one of strptime(3), after which a fraction and an offset such as +2, +0700 or +07:00 may stand, or `unix` or `unix_ms`.
  static func seconds(_ text: String, _ formats: [String], localOffset: (Int64) -> Int64) -> Int64? {
    for format in formats {
      if let time = seconds(text, format, localOffset) { return time }
    }
    return nil
  }

  private static func seconds(_ text: String, _ format: String, _ localOffset: (Int64) -> Int64) -> Int64? {
    if format == "unix" { return Int64(text) }
    if format == "unix_ms" { return Int64(text).map { $0 / 1000 } }
    var utc: Int64 = 0
    let used = airseal_parse_time(text, format, &utc)
    guard used >= 0 else { return nil }
    var rest = text.utf8.dropFirst(Int(used)).filter { $0 != UInt8(ascii: " ") }[...]
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst().drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    let zone = String(decoding: rest, as: UTF8.self)
    if zone.isEmpty { return utc - localOffset(utc) }
    if zone == "Z" || zone == "UTC" || zone == "GMT" { return utc }
    return offset(zone).map { utc - $0 }
  }

  /// Seconds east of UTC of +2, +02, +0700 and +07:00, also after GMT or UTC.
  private static func offset(_ zone: String) -> Int64? {
    var text = zone[...]
    if text.hasPrefix("GMT") || text.hasPrefix("UTC") { text = text.dropFirst(3) }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard (1...4).contains(digits.count), let number = Int64(digits) else { return nil }
    let seconds = digits.count <= 2 ? number * 3600 : number / 100 * 3600 + number % 100 * 60
    return sign == "-" ? -seconds : seconds
  }
}
