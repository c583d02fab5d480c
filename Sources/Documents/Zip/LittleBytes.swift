/// Little-endian numbers in bytes; what lies outside reads as 0.
struct LittleBytes {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }

  func number16(_ at: Int) -> Int { number(at, 2) }

  func number32(_ at: Int) -> Int { number(at, 4) }

  /// Negative where the number is larger than any file.
  func number64(_ at: Int) -> Int { number(at, 8) }

  func slice(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
    let first = bytes.startIndex + min(max(0, start), count)
    return bytes[first..<max(first, bytes.startIndex + min(max(0, end), count))]
  }

  private func number(_ at: Int, _ width: Int) -> Int {
    guard at >= 0, at <= count - width else { return 0 }
    var value: UInt64 = 0
    for index in (0..<width).reversed() { value = value << 8 | UInt64(bytes[bytes.startIndex + at + index]) }
    return Int(truncatingIfNeeded: value)
  }
}
