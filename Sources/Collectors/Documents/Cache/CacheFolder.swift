import CShims
import Crypto
import Facts
import Foundation
import Glibc
import LinuxHost

/// The folder of the cache: nobody but its owner may read or write it.
struct CacheFolder {
  static let fileName = "documents.cache"
  private static let secretName = "documents.key"

  let path: String
  let descriptor: Int32

  /// Opens the folder, and makes it where it is missing; throws `FileError` where others could write in it.
  init(_ path: String) throws(FileError) {
    var current = ""
    for part in path.split(separator: "/") {
      current += "/" + part
      if mkdir(current, 0o700) != 0, errno != EEXIST { throw FileError(path: current, code: errno) }
    }
    let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    self.path = path
    self.descriptor = descriptor
    guard Self.isPrivate(descriptor, mask: 0o022) else {
      close(descriptor)
      throw FileError(path: path, reason: .permissionDenied)
    }
  }

  /// The secret of this machine's cache, made on first use.
  func secret() throws(FileError) -> [UInt8] {
    let place = "\(path)/\(Self.secretName)"
    let existing = openat(descriptor, Self.secretName, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    if existing >= 0 {
      defer { close(existing) }
      var bytes = [UInt8](repeating: 0, count: 33)
      if Self.isPrivate(existing, mask: 0o077), read(existing, &bytes, 33) == 32 {
        return Array(bytes.prefix(32))
      }
    }
    var generator = SystemRandomNumberGenerator()
    let fresh = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    unlinkat(descriptor, Self.secretName, 0)
    let made = openat(descriptor, Self.secretName, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard made >= 0 else { throw FileError(path: place, code: errno) }
    defer { close(made) }
    guard write(made, fresh, 32) == 32, fsync(made) == 0 else { throw FileError(path: place, code: errno) }
    return fresh
  }

  /// Whether an open file is this user's own and closed to others by the given mode bits.
  static func isPrivate(_ descriptor: Int32, mask: mode_t) -> Bool {
    var info = stat()
    return fstat(descriptor, &info) == 0 && info.st_uid == geteuid() && info.st_mode & mask == 0
  }
}
