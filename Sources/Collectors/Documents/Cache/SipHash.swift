/// SipHash-2-4 (Aumasson, Bernstein, 2012) over 64-bit words: a keyed digest that nobody without the key can aim at.
struct SipHash: Sendable {
  private let first: UInt64
  private let second: UInt64

  init(_ key: (UInt64, UInt64)) { (first, second) = key }

  /// The digest of the words' bytes, little-endian.
  func digest(_ words: [UInt64]) -> UInt64 {
    var v0 = first ^ 0x736f_6d65_7073_6575
    var v1 = second ^ 0x646f_7261_6e64_6f6d
    var v2 = first ^ 0x6c79_6765_6e65_7261
    var v3 = second ^ 0x7465_6462_7974_6573
    func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 { value << count | value >> (64 - count) }
    func round() {
      v0 &+= v1
      v1 = rotate(v1, 13) ^ v0
      v0 = rotate(v0, 32)
      v2 &+= v3
      v3 = rotate(v3, 16) ^ v2
      v0 &+= v3
      v3 = rotate(v3, 21) ^ v0
      v2 &+= v1
      v1 = rotate(v1, 17) ^ v2
      v2 = rotate(v2, 32)
    }
    for word in words + [UInt64(truncatingIfNeeded: words.count * 8) << 56] {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }
    v2 ^= 0xff
    for _ in 0..<4 { round() }
    return v0 ^ v1 ^ v2 ^ v3
  }
}
