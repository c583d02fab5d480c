import CShims
import Glibc

/// A file that is open for reading; it closes when it goes.
public final class OpenFile: Sendable {
  public let path: String
  public let descriptor: Int32

  init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  public func info() throws(FileError) -> FileInfo { try info(true) }

  func info(_ keepsBirthTimes: Bool) throws(FileError) -> FileInfo {
    var raw = airseal_file_info()
    guard airseal_file_info(descriptor, &raw) == 0 else { throw FileError(path: path, code: errno) }
    return FileInfo(raw, keepsBirthTimes: keepsBirthTimes)
  }

  /// The bytes of an extended attribute of at most 4096 bytes; nil where there is none (xattr(7)).
  public func attribute(_ name: String) throws(FileError) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = airseal_file_attribute(descriptor, name, &bytes, bytes.count)
    guard count >= 0 else { throw FileError(path: path, code: errno) }
    return count == 0 ? nil : Array(bytes.prefix(Int(count)))
  }

  /// Reads from the current position to the end; throws `tooLarge` beyond `limit` bytes.
  public func read(limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while let chunk = try readChunk() {
      bytes += chunk
      if bytes.count > limit { throw FileError(path: path, reason: .tooLarge) }
    }
    return bytes
  }

  /// Reads the next bytes; nil at the end.
  public func readChunk(_ size: Int = 1 << 16) throws(FileError) -> [UInt8]? {
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var got: Int
      repeat { got = Glibc.read(descriptor, buffer.baseAddress, size) } while got < 0 && errno == EINTR
      if got < 0 { failure = errno }
      count = max(got, 0)
    }
    if failure != 0 { throw FileError(path: path, code: failure) }
    return chunk.isEmpty ? nil : chunk
  }
}

extension FileInfo {
  init(_ raw: airseal_file_info, keepsBirthTimes: Bool) {
    let kind: Kind =
      switch raw.mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    self.init(
      kind: kind, mode: raw.mode & 0o7777, uid: raw.uid, size: raw.size, blocks: raw.blocks,
      modifiedAt: raw.modified, changedAt: raw.changed, modifiedFraction: raw.modified_fraction,
      changedFraction: raw.changed_fraction,
      bornAt: keepsBirthTimes && raw.born > 0 ? raw.born : nil, inode: raw.inode,
      device: raw.device)
  }
}
