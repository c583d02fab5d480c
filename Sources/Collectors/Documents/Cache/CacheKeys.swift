import Facts
import Glibc
import LinuxHost

/// Makes the keys under which the cache knows files.
///
/// A key covers the file's device, number, size, and its times to the nanosecond, and what else decides how the file is
/// judged: the type that its name promises and where it lies. The kernel alone sets the change time.
struct CacheKeys: Sendable {
  /// A file that changed so shortly before it was read may change again under the same time.
  private static let settlingTime: Int64 = 2

  private let hash: SipHash
  private let started: Int64

  /// Keys of one scan that starts at `started`, Unix seconds.
  init(secret: [UInt8], started: Int64) {
    func word(_ range: Range<Int>) -> UInt64 { secret[range].reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    hash = SipHash((word(0..<8), word(8..<16)))
    self.started = started
  }

  /// The key of a file; nil for one that changed too recently to be known again.
  func key(of info: FileInfo, promise: UInt64, place: DocumentPlace, packages: UInt64) -> UInt64? {
    guard info.changedAt < started - Self.settlingTime else { return nil }
    return hash.digest([
      info.device, info.inode, info.size, UInt64(bitPattern: info.modifiedAt),
      UInt64(bitPattern: info.changedAt),
      UInt64(info.modifiedFraction) << 32 | UInt64(info.changedFraction), promise,
      place == .user ? 0 : 1, packages,
    ])
  }
}
