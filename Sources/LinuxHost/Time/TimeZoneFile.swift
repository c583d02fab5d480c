/// A compiled time zone (RFC 9636, TZif).
struct TimeZoneFile {
  /// Seconds east of UTC that hold after the last change, as the file's local time types tell.
  let standardOffset: Int

  /// nil if the bytes are not TZif.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Array("TZif".utf8)), bytes.count >= 44 else { return nil }
    func number(_ offset: Int) -> Int {
      bytes.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
    let times = number(32)
    let types = number(36)
    let start = 44 + times * 5
    guard times < 1 << 16, (1...256).contains(types), bytes.count >= start + types * 6 else { return nil }
    var index = times == 0 ? 0 : Int(bytes[start - 1])
    guard index < types else { return nil }
    if bytes[start + index * 6 + 4] != 0,
      let standard = (0..<types).last(where: { bytes[start + $0 * 6 + 4] == 0 })
    {
      index = standard
    }
    let raw = UInt32(truncatingIfNeeded: number(start + index * 6))
    standardOffset = Int(Int32(bitPattern: raw))
  }
}
