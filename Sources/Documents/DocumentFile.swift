import Glibc

/// The bytes of one file, read from a descriptor that somebody else opened.
struct DocumentFile {
  /// Largest file that is read.
  static let sizeLimit = 256 << 20

  let bytes: [UInt8]

  /// Reads the file from its start; throws `Unreadable`.
  init(descriptor: Int32) throws(Unreadable) {
    let size = try Self.size(descriptor)
    if size > Self.sizeLimit { throw Unreadable(.tooLarge) }
    var bytes = try Self.piece(descriptor, at: 0, count: size + 1)
    while true {
      let more = try Self.piece(descriptor, at: bytes.count, count: 1 << 16)
      if more.isEmpty { break }
      bytes += more
      if bytes.count > Self.sizeLimit { throw Unreadable(.tooLarge) }
    }
    self.bytes = bytes
  }

  /// Reads at most the first `count` bytes; throws `Unreadable`.
  init(descriptor: Int32, first count: Int) throws(Unreadable) {
    bytes = try Self.piece(descriptor, at: 0, count: count)
  }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Size of a file in bytes.
  static func size(_ descriptor: Int32) throws(Unreadable) -> Int {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw Unreadable(.readFailed) }
    return Int(info.st_size)
  }

  /// At most `count` bytes from a position on; fewer only at the end of the file.
  static func piece(_ descriptor: Int32, at offset: Int, count: Int) throws(Unreadable) -> [UInt8] {
    var hasFailed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let room = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let got = pread(descriptor, room.baseAddress, room.count, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        hasFailed = got < 0
        if got <= 0 { break }
        filled += got
      }
    }
    if hasFailed { throw Unreadable(.readFailed) }
    return bytes
  }
}
