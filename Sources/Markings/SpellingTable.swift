import CShims

/// Byte sequences laid out for one pass over a file: sorted by the pair of bytes that ordinary files hold least.
///
/// The memory is written once, in `init`.
final class SpellingTable: @unchecked Sendable {
  let known: UnsafeMutablePointer<airseal_spellings>
  private let bitmap: UnsafeMutableBufferPointer<UInt64>
  private let starts: UnsafeMutableBufferPointer<UInt32>
  private let entries: UnsafeMutableBufferPointer<airseal_spelling>
  private let pool: UnsafeMutableBufferPointer<UInt8>

  /// A table of distinct sequences of at least two bytes.
  init(_ spellings: [[UInt8]]) {
    let sorted = spellings.map(Spelling.init).sorted { $0.pair < $1.pair }
    bitmap = .allocate(capacity: 1024)
    starts = .allocate(capacity: 65_537)
    entries = .allocate(capacity: sorted.count)
    pool = .allocate(capacity: sorted.reduce(0) { $0 + $1.bytes.count })
    known = .allocate(capacity: 1)
    bitmap.initialize(repeating: 0)
    starts.initialize(repeating: 0)
    var position = 0
    for (index, spelling) in sorted.enumerated() {
      bitmap[spelling.pair >> 6] |= UInt64(1) << UInt64(spelling.pair & 63)
      starts[spelling.pair + 1] += 1
      entries.initializeElement(
        at: index,
        to: airseal_spelling(
          position: UInt32(position), length: UInt16(spelling.bytes.count), offset: UInt16(spelling.offset)))
      for byte in spelling.bytes {
        pool.initializeElement(at: position, to: byte)
        position += 1
      }
    }
    for pair in 1..<starts.count { starts[pair] += starts[pair - 1] }
    known.initialize(
      to: airseal_spellings(
        bitmap: bitmap.baseAddress, starts: starts.baseAddress, entries: entries.baseAddress,
        pool: pool.baseAddress))
  }

  deinit {
    bitmap.deallocate()
    starts.deallocate()
    entries.deallocate()
    pool.deallocate()
    known.deallocate()
  }
}

/// A spelling and its pair of bytes that ordinary files hold least.
private struct Spelling {
  let bytes: [UInt8]
  let offset: Int
  let pair: Int

  init(_ bytes: [UInt8]) {
    var best = (offset: 0, score: -1)
    for offset in 0..<(bytes.count - 1) {
      let score = Self.score(bytes[offset]) + Self.score(bytes[offset + 1])
      if score >= best.score { best = (offset, score) }
    }
    self.bytes = bytes
    offset = best.offset
    pair = Int(bytes[offset]) * 256 + Int(bytes[offset + 1])
  }

  private static let rare: Set<UInt8> = Set("bjkqvwxz".utf8)
  private static let frequent: Set<UInt8> = Set("etaoinsrl".utf8)

  private static func score(_ byte: UInt8) -> Int {
    if byte >= 0x80 { return 8 }
    if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) { return 4 }
    if byte == 0 || byte == UInt8(ascii: " ") { return 0 }
    return rare.contains(byte) ? 3 : frequent.contains(byte) ? 1 : 2
  }
}
