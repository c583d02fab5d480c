/// Mozilla's compressed JSON: eight bytes of magic, the plain size, and one block of LZ4 (lz4_Block_format.md).
enum MozLz4 {
  private static let magic = Array("mozLz40\0".utf8)
  private static let sizeLimit = 64 << 20

  /// The plain bytes; nil for what is not of this form or breaks off.
  static func plain(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 12, bytes.starts(with: magic) else { return nil }
    let size = (0..<4).reduce(0) { $0 | Int(bytes[8 + $1]) << (8 * $1) }
    guard size <= sizeLimit else { return nil }
    var plain: [UInt8] = []
    plain.reserveCapacity(size)
    var at = 12
    func length(_ start: Int) -> Int? {
      guard start == 15 else { return start }
      var total = start
      while at < bytes.count {
        let byte = bytes[at]
        at += 1
        total += Int(byte)
        if byte != 255 { return total }
      }
      return nil
    }
    while at < bytes.count {
      let token = bytes[at]
      at += 1
      guard let literals = length(Int(token >> 4)), at + literals <= bytes.count,
        plain.count + literals <= size
      else { return nil }
      plain += bytes[at..<(at + literals)]
      at += literals
      if at == bytes.count { break }
      guard at + 2 <= bytes.count else { return nil }
      let offset = Int(bytes[at]) | Int(bytes[at + 1]) << 8
      at += 2
      guard let match = length(Int(token & 15)), offset > 0, offset <= plain.count,
        plain.count + match + 4 <= size
      else { return nil }
      for _ in 0..<(match + 4) { plain.append(plain[plain.count - offset]) }
    }
    return plain.count == size ? plain : nil
  }
}
