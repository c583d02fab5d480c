import Markings

/// The members of a zip file by its directory; by their own headers where the directory is lost.
struct ZipDirectory {
  static let entryLimit = 200_000
  private static let directoryLimit = 64 << 20
  private static let endSize = 22
  private static let entrySize = 46

  private(set) var entries: [ZipEntry] = []
  /// Set where the directory is lost or broken.
  private(set) var isDamaged = false

  /// Throws `Unreadable` where no member can be found, or too many.
  init(_ file: DocumentFile) throws(Unreadable) {
    let tailStart = max(0, file.size - (1 << 16) - Self.endSize)
    let tail = LittleBytes(try file.piece(at: tailStart, count: file.size - tailStart))
    if let end = Self.end(tail) {
      try read(file, tail, tailStart, end)
    } else {
      isDamaged = true
    }
    if isDamaged { try merge(ZipRecovery.entries(file)) }
    if entries.isEmpty, isDamaged { throw Unreadable(.damaged) }
  }

  /// The position of the end record in the last bytes of a file.
  private static func end(_ tail: LittleBytes) -> Int? {
    var at = tail.count - endSize
    while at >= 0 {
      if tail.number32(at) == 0x0605_4B50, at + endSize + tail.number16(at + 20) <= tail.count { return at }
      at -= 1
    }
    return nil
  }

  private mutating func read(
    _ file: DocumentFile, _ tail: LittleBytes, _ tailStart: Int, _ end: Int
  ) throws(Unreadable) {
    var size = tail.number32(end + 12)
    var offset = tail.number32(end + 16)
    let count = tail.number16(end + 10)
    var directoryEnd = tailStart + end
    if size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF || count == 0xFFFF, end >= 20,
      tail.number32(end - 20) == 0x0706_4B50
    {
      let wide = tail.number64(end - 12)
      let record = LittleBytes(try file.piece(at: wide, count: 56))
      guard record.count == 56, record.number32(0) == 0x0606_4B50 else { return isDamaged = true }
      size = record.number64(40)
      offset = record.number64(48)
      directoryEnd = wide
    }
    if size > Self.directoryLimit { throw Unreadable(.tooLarge) }
    // What stands before the archive, as in a self-extracting one, shifts every offset.
    guard (0...directoryEnd).contains(size), (0...directoryEnd).contains(offset) else {
      return isDamaged = true
    }
    let shift = directoryEnd - size - offset
    guard shift >= 0 else { return isDamaged = true }
    let directory = LittleBytes(try file.piece(at: directoryEnd - size, count: size))
    guard directory.count == size else { return isDamaged = true }
    try read(directory, shift)
  }

  private mutating func read(_ directory: LittleBytes, _ shift: Int) throws(Unreadable) {
    var at = 0
    while at + Self.entrySize <= directory.count, directory.number32(at) == 0x0201_4B50 {
      if entries.count >= Self.entryLimit { throw Unreadable(.tooLarge) }
      let nameEnd = at + Self.entrySize + directory.number16(at + 28)
      let extraEnd = nameEnd + directory.number16(at + 30)
      guard extraEnd <= directory.count else { return isDamaged = true }
      var sizes = [directory.number32(at + 24), directory.number32(at + 20), directory.number32(at + 42)]
      Self.widen(&sizes, directory, nameEnd, extraEnd)
      guard sizes.allSatisfy({ $0 >= 0 }), sizes[2] <= Int.max - shift else { return isDamaged = true }
      entries.append(
        ZipEntry(
          name: Self.name(directory, at + Self.entrySize, nameEnd),
          isEncrypted: directory.number16(at + 8) & 1 == 1, method: directory.number16(at + 10),
          checksum: UInt32(directory.number32(at + 16)), packedSize: sizes[1], size: sizes[0],
          offset: sizes[2] + shift))
      at = extraEnd + directory.number16(at + 32)
    }
    if at != directory.count { isDamaged = true }
  }

  /// Takes the 64-bit sizes of an extra field (4.5.3) for those that do not fit in 32 bits.
  private static func widen(_ sizes: inout [Int], _ bytes: LittleBytes, _ start: Int, _ end: Int) {
    guard sizes.contains(0xFFFF_FFFF) else { return }
    var at = start
    while at + 4 <= end {
      let next = at + 4 + bytes.number16(at + 2)
      if bytes.number16(at) == 1, next <= end {
        var value = at + 4
        for index in sizes.indices where sizes[index] == 0xFFFF_FFFF && value + 8 <= next {
          sizes[index] = bytes.number64(value)
          value += 8
        }
      }
      at = next
    }
  }

  /// A name in UTF-8, or as Windows-1252 shows its bytes.
  static func name(_ bytes: LittleBytes, _ start: Int, _ end: Int) -> String {
    let raw = bytes.slice(start, end)
    return String(validating: raw, as: UTF8.self) ?? Windows1252.letters(raw)
  }

  private mutating func merge(_ found: [ZipEntry]) {
    let known = Set(entries.map(\.offset))
    entries += found.filter { !known.contains($0.offset) }
  }
}
