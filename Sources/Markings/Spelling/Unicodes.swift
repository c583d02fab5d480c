/// A text in the encodings of Unicode.
enum Unicodes {
  /// UTF-8, UTF-16 and UTF-32 of both orders; leading zero bytes are left off, so that they need not be there.
  static func bytes(_ text: String) -> [[UInt8]] {
    let units = Array(text.utf16)
    let scalars = text.unicodeScalars.map(\.value)
    return [
      Array(text.utf8), units.flatMap { little($0) }, Array(units.flatMap { big($0) }.drop { $0 == 0 }),
      scalars.flatMap { little($0) }, Array(scalars.flatMap { big($0) }.drop { $0 == 0 }),
    ]
  }

  private static func little<N: FixedWidthInteger>(_ number: N) -> [UInt8] {
    (0..<(N.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> N(8 * $0)) }
  }

  private static func big<N: FixedWidthInteger>(_ number: N) -> [UInt8] { little(number).reversed() }
}
