/// The element names that a reader knows, found by hash while a tag is scanned.
struct XmlVocabulary {
  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let factor: UInt64 = 0x0000_0100_0000_01B3

  /// The hash of a name, byte by byte (FNV-1a).
  struct Hash: Equatable {
    private(set) var value = XmlVocabulary.start

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* XmlVocabulary.factor }
  }

  private var hashes = [UInt64](repeating: 0, count: 512)
  private var codes = [UInt8](repeating: 0, count: 512)

  /// Codes are places among the names, from 1; at most 250 names.
  init(_ names: [String]) {
    for (index, name) in names.enumerated() {
      var hash = Hash()
      for byte in name.utf8 { hash.add(byte) }
      var slot = Self.slot(hash.value)
      while codes[slot] != 0 { slot = (slot + 1) & 511 }
      hashes[slot] = hash.value
      codes[slot] = UInt8(index + 1)
    }
  }

  /// 0 for a name that is not known.
  func code(_ hash: Hash) -> UInt8 {
    var slot = Self.slot(hash.value)
    while codes[slot] != 0 {
      if hashes[slot] == hash.value { return codes[slot] }
      slot = (slot + 1) & 511
    }
    return 0
  }

  private static func slot(_ hash: UInt64) -> Int { Int((hash ^ hash >> 29) & 511) }
}
