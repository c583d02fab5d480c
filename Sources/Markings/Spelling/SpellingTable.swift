import CShims

/// Byte sequences laid out for one pass over a file.
///
/// The memory is written once, in `init`.
final class SpellingTable: @unchecked Sendable {
  let known: UnsafeMutablePointer<airseal_spellings>
  private let pool: UnsafeMutableBufferPointer<UInt8>
  private let mixed: SpellingIndex
  private let plain: SpellingIndex

  /// A table of distinct sequences: of at least two bytes, of at least four where they are ordinary ASCII.
  init(_ spellings: [[UInt8]]) {
    pool = .allocate(capacity: spellings.reduce(1) { $0 + $1.count })
    var mixed: [SpellingIndex.Entry] = []
    var plain: [SpellingIndex.Entry] = []
    var position = 0
    for spelling in spellings {
      for (offset, byte) in spelling.enumerated() { pool.initializeElement(at: position + offset, to: byte) }
      func entry(_ key: Int, _ offset: Int) -> SpellingIndex.Entry {
        let value = airseal_spelling(
          position: UInt32(position), length: UInt16(spelling.count), offset: UInt16(offset))
        return SpellingIndex.Entry(key: key, spelling: value)
      }
      if let offset = Rarity.mixedPair(spelling) {
        mixed.append(entry(Int(spelling[offset]) << 8 | Int(spelling[offset + 1]), offset))
      } else {
        let first = Rarity.window(spelling)
        for offset in [first, first + 1] { plain.append(entry(Self.windowKey(spelling, offset), offset)) }
      }
      position += spelling.count
    }
    self.mixed = SpellingIndex(mixed)
    self.plain = SpellingIndex(plain)
    known = .allocate(capacity: 1)
    known.initialize(
      to: airseal_spellings(mixed: self.mixed.index, plain: self.plain.index, pool: pool.baseAddress))
  }

  deinit {
    pool.deallocate()
    known.deallocate()
  }

  private static func windowKey(_ bytes: [UInt8], _ offset: Int) -> Int {
    let window = UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
    return Int(airseal_window_key(window))
  }
}

/// Spellings sorted by their keys.
final class SpellingIndex: @unchecked Sendable {
  struct Entry {
    var key: Int
    var spelling: airseal_spelling
  }

  let index: airseal_index
  private let bitmap: UnsafeMutableBufferPointer<UInt64>
  private let starts: UnsafeMutableBufferPointer<UInt32>
  private let entries: UnsafeMutableBufferPointer<airseal_spelling>

  init(_ unsorted: [Entry]) {
    bitmap = .allocate(capacity: 1024)
    starts = .allocate(capacity: 65_537)
    entries = .allocate(capacity: unsorted.count + 1)
    bitmap.initialize(repeating: 0)
    starts.initialize(repeating: 0)
    for (place, entry) in unsorted.sorted(by: { $0.key < $1.key }).enumerated() {
      bitmap[entry.key >> 6] |= UInt64(1) << UInt64(entry.key & 63)
      starts[entry.key + 1] += 1
      entries.initializeElement(at: place, to: entry.spelling)
    }
    for key in 1..<starts.count { starts[key] += starts[key - 1] }
    index = airseal_index(
      bitmap: bitmap.baseAddress, starts: starts.baseAddress, entries: entries.baseAddress)
  }

  deinit {
    bitmap.deallocate()
    starts.deallocate()
    entries.deallocate()
  }
}

/// Which bytes of a spelling ordinary files hold least.
enum Rarity {
  /// The pair of bytes with one that is no ordinary ASCII; nil where the spelling has none.
  static func mixedPair(_ bytes: [UInt8]) -> Int? {
    var best: (offset: Int, score: Int)?
    for offset in 0..<(bytes.count - 1) where isMixed(bytes[offset]) || isMixed(bytes[offset + 1]) {
      let score = scores[Int(bytes[offset])] + scores[Int(bytes[offset + 1])]
      if score >= best?.score ?? 0 { best = (offset, score) }
    }
    return best?.offset
  }

  /// The first of two neighbouring windows of three bytes.
  static func window(_ bytes: [UInt8]) -> Int {
    var best = (offset: 0, score: -1)
    for offset in 0...(bytes.count - 4) {
      let score = bytes[offset..<(offset + 4)].reduce(0) { $0 + scores[Int($1)] }
      if score > best.score { best = (offset, score) }
    }
    return best.offset
  }

  private static func isMixed(_ byte: UInt8) -> Bool { byte < 9 || byte >= 0x80 }

  private static let scores: [Int] = (0..<256).map { value in
    switch UInt8(value) {
    case 0x80...: 8
    case 1..<9: 6
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "&"), UInt8(ascii: "%"): 4
    case 0, UInt8(ascii: " "), 0x0A: 0
    case let byte where Array("etaoinsrl".utf8).contains(byte): 1
    case let byte where Array("bjkqvwxz^~`".utf8).contains(byte): 3
    default: 2
    }
  }
}
