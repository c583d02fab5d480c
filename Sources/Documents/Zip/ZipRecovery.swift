/// Finds the members of a zip file whose directory is lost, by the header before each member.
enum ZipRecovery {
  private static let headerSize = 30

  /// Throws `Unreadable`; of a large file only what can be held is searched.
  static func entries(_ file: DocumentFile) throws(Unreadable) -> [ZipEntry] {
    let bytes = LittleBytes(try file.piece(at: 0, count: min(file.size, DocumentFile.sizeLimit)))
    var entries: [ZipEntry] = []
    var at = 0
    while let header = next(bytes, from: at), entries.count < ZipDirectory.entryLimit {
      let nameEnd = header + headerSize + bytes.number16(header + 26)
      let flags = bytes.number16(header + 6)
      // With bit 3 the sizes stand behind the data.
      let isOpenEnded = flags & 8 != 0
      let data = nameEnd + bytes.number16(header + 28)
      let packed = bytes.number32(header + 18)
      entries.append(
        ZipEntry(
          name: ZipDirectory.name(bytes, header + headerSize, nameEnd), isEncrypted: flags & 1 == 1,
          method: bytes.number16(header + 8), checksum: UInt32(bytes.number32(header + 14)),
          packedSize: isOpenEnded ? max(0, bytes.count - data) : packed,
          size: isOpenEnded ? nil : bytes.number32(header + 22), offset: header))
      at = isOpenEnded ? header + 4 : max(header + 4, data + packed)
    }
    return entries
  }

  private static func next(_ bytes: LittleBytes, from start: Int) -> Int? {
    let rest = bytes.slice(start, bytes.count)
    guard rest.count >= headerSize else { return nil }
    let found = rest.withUnsafeBufferPointer { buffer -> Int? in
      var at = 0
      while at + headerSize <= buffer.count {
        if buffer[at] == 0x50, buffer[at + 1] == 0x4B, buffer[at + 2] == 3, buffer[at + 3] == 4 { return at }
        at += 1
      }
      return nil
    }
    return found.map { start + $0 }
  }
}
