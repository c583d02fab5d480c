import Crypto
import Foundation
import Glibc

/// Files that are on the disk when a call returns.
enum DurableFile {
  /// Writes a private file whole and under its name at once; what it replaces stays until then.
  static func write(_ data: Data, to path: String) throws(RegisterError) {
    let partial = path + ".partial"
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system(path, errno) }
    let code = put(data, descriptor)
    close(descriptor)
    guard code == 0 else {
      unlink(partial)
      throw .system(path, code)
    }
    guard rename(partial, path) == 0 else { throw .system(path, errno) }
    try syncFolder(of: path)
  }

  private static func put(_ data: Data, _ descriptor: Int32) -> Int32 {
    var rest = [UInt8](data)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return fsync(descriptor) == 0 ? 0 : errno
  }

  /// Makes a name in a folder last.
  static func syncFolder(of path: String) throws(RegisterError) {
    let folder = (path as NSString).deletingLastPathComponent
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(folder, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(folder, errno) }
  }

  /// Takes a file and its unfinished form away; none is no error.
  static func remove(_ path: String) throws(RegisterError) {
    for name in [path, path + ".partial"] where unlink(name) != 0 && errno != ENOENT {
      throw .system(name, errno)
    }
  }

  /// Makes a private folder and those above it.
  static func makeFolder(_ path: String) throws(RegisterError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    let parent = (path as NSString).deletingLastPathComponent
    guard errno == ENOENT, !parent.isEmpty, parent != path else { throw .system(path, errno) }
    try makeFolder(parent)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .system(path, errno) }
  }

  /// SHA-256 of a file, hex; nil where there is none.
  static func digest(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { data in
      SHA256.hash(data: data).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
