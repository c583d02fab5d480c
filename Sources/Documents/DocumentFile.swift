import Glibc
import ParseWire

/// The bytes of one document: in memory, or behind a descriptor that somebody else opened.
final class DocumentFile {
  /// Largest document that is held in memory, bytes.
  static let sizeLimit = 256 << 20
  /// Files up to this many bytes are read at once.
  private static let smallSize = 1 << 20

  private enum Source {
    case memory
    case descriptor(Int32)
  }

  private let source: Source
  private var held: [UInt8]?
  /// Size in bytes when the reading began.
  let size: Int

  /// A file that stays open; throws `Unreadable`.
  init(descriptor: Int32) throws(Unreadable) {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw Unreadable(.readFailed) }
    size = Int(info.st_size)
    source = .descriptor(descriptor)
  }

  init(bytes: [UInt8]) {
    held = bytes
    size = bytes.count
    source = .memory
  }

  /// The open file, for a library that reads it itself; nil for bytes in memory.
  var descriptor: Int32? {
    guard case .descriptor(let descriptor) = source else { return nil }
    return descriptor
  }

  /// The whole content; throws `Unreadable`, `tooLarge` beyond `sizeLimit`.
  func bytes() throws(Unreadable) -> [UInt8] {
    if let held { return held }
    guard case .descriptor(let descriptor) = source else { return [] }
    if size > Self.sizeLimit { throw Unreadable(.tooLarge) }
    var bytes = try Self.read(descriptor, at: 0, count: size + 1)
    while bytes.count > size {
      let more = try Self.read(descriptor, at: bytes.count, count: 1 << 16)
      if more.isEmpty { break }
      bytes += more
      if bytes.count > Self.sizeLimit { throw Unreadable(.tooLarge) }
    }
    held = bytes
    return bytes
  }

  /// At most `count` bytes from a position on; fewer only at the end. Throws `Unreadable`.
  func piece(at offset: Int, count: Int) throws(Unreadable) -> ArraySlice<UInt8> {
    guard offset >= 0, count > 0 else { return [] }
    if held == nil, size <= Self.smallSize { held = try bytes() }
    if let held {
      let start = min(offset, held.count)
      return held[start..<min(held.count, start + min(count, held.count - start))]
    }
    guard case .descriptor(let descriptor) = source else { return [] }
    return try Self.read(descriptor, at: offset, count: count)[...]
  }

  private static func read(_ descriptor: Int32, at offset: Int, count: Int) throws(Unreadable) -> [UInt8] {
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
