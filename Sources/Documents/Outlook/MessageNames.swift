/// The names of a message's named properties ([MS-OXMSG] 2.2.3), by property number.
enum MessageNames {
  /// Names that one message may have.
  static let limit = 32_768

  static func read(_ message: OleStorage) throws(Unreadable) -> [Int: String] {
    guard let storage = message.storage("__nameid_version1.0"),
      let entries = try storage.stream("__substg1.0_00030102"),
      let strings = try storage.stream("__substg1.0_00040102")
    else { return [:] }
    return try names(BoundedBytes(entries), BoundedBytes(strings))
  }

  /// Entries of eight bytes; those that name a string give its offset.
  static func names(_ entries: BoundedBytes, _ strings: BoundedBytes) throws(Unreadable) -> [Int: String] {
    var names: [Int: String] = [:]
    for index in 0..<min(entries.count / 8, limit) {
      guard try entries.u16(index * 8 + 4) & 1 == 1 else { continue }
      let offset = try entries.u32(index * 8)
      guard offset + 4 <= strings.count else { continue }
      let size = min(try strings.u32(offset), strings.count - offset - 4)
      names[0x8000 + (try entries.u16(index * 8 + 6))] = try strings.slice(offset + 4, size).utf16
    }
    return names
  }
}
