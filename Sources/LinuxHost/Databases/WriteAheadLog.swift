/// The write-ahead log of an SQLite database (sqlite.org/fileformat2.html, section 4).
struct WriteAheadLog {
  private static let headerSize = 32
  private static let frameHeaderSize = 24

  let bytes: [UInt8]

  /// Puts every committed page into the image of the database; what is damaged or not committed is left out, as SQLite does.
  func apply(to image: inout [UInt8]) {
    guard bytes.count > Self.headerSize, number(0) & 0xFFFF_FFFE == 0x377F_0682 else { return }
    let isBigEndian = number(0) & 1 == 1
    let pageSize = Int(number(8))
    guard (512...65536).contains(pageSize) else { return }
    var sums = checksum(0..<24, (0, 0), isBigEndian)
    guard sums == (number(24), number(28)) else { return }
    var waiting: [(page: Int, at: Int)] = []
    var at = Self.headerSize
    while at + Self.frameHeaderSize + pageSize <= bytes.count {
      let content = at + Self.frameHeaderSize
      guard number(at + 8) == number(16), number(at + 12) == number(20) else { break }
      sums = checksum(at..<(at + 8), sums, isBigEndian)
      sums = checksum(content..<(content + pageSize), sums, isBigEndian)
      guard sums == (number(at + 16), number(at + 20)) else { break }
      waiting.append((Int(number(at)), content))
      let pages = Int(number(at + 4))
      if pages > 0 {
        for frame in waiting where frame.page > 0 && frame.page <= pages {
          let end = frame.page * pageSize
          if image.count < end { image += [UInt8](repeating: 0, count: end - image.count) }
          image.replaceSubrange((end - pageSize)..<end, with: bytes[frame.at..<(frame.at + pageSize)])
        }
        if image.count > pages * pageSize { image.removeLast(image.count - pages * pageSize) }
        waiting = []
      }
      at = content + pageSize
    }
  }

  private func number(_ at: Int) -> UInt32 {
    bytes[at..<(at + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private func checksum(
    _ range: Range<Int>, _ start: (UInt32, UInt32), _ isBigEndian: Bool
  ) -> (UInt32, UInt32) {
    var (first, second) = start
    for at in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
      let (left, right) = (number(at), number(at + 4))
      first = first &+ (isBigEndian ? left : left.byteSwapped) &+ second
      second = second &+ (isBigEndian ? right : right.byteSwapped) &+ first
    }
    return (first, second)
  }
}
