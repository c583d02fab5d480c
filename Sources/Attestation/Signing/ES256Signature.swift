import Foundation

/// ECDSA signatures on P-256 in one form: of the two values of s that verify, the smaller one.
enum ES256Signature {
  static let length = 64

  /// The order of the group (SEC 2 section 2.4.2), big-endian.
  private static let order: [UInt8] = [
    0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
  ]

  /// Whether s is the smaller of the two.
  static func isCanonical(_ signature: Data) -> Bool { signature == canonical(signature) }

  /// The same signature with the smaller s; what is no signature stays as it is.
  static func canonical(_ signature: Data) -> Data {
    guard signature.count == length else { return signature }
    let s = Array(signature.suffix(32))
    guard s.lexicographicallyPrecedes(order) else { return signature }
    let other = difference(order, s)
    return other.lexicographicallyPrecedes(s) ? signature.prefix(32) + Data(other) : signature
  }

  private static func difference(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var result = a
    var borrow = 0
    for index in a.indices.reversed() {
      let value = Int(a[index]) - Int(b[index]) - borrow
      borrow = value < 0 ? 1 : 0
      result[index] = UInt8(truncatingIfNeeded: value)
    }
    return result
  }
}
