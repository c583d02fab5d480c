import Facts
import Glibc

/// A file that could not be read.
public struct FileError: ReasonedError, Equatable, CustomStringConvertible {
  public let path: String
  public let reason: Reason
  /// The kernel's error number; 0 if the kernel refused nothing.
  public let code: Int32

  public init(path: String, reason: Reason, code: Int32 = 0) {
    self.path = path
    self.reason = reason
    self.code = code
  }

  /// The error that `errno` stands for.
  public init(path: String, code: Int32) {
    let reason: Reason =
      switch code {
      case EACCES, EPERM: .permissionDenied
      case ENOENT, ENOTDIR: .expectedButAbsent
      case ELOOP: .linkLoop
      case ENXIO: .notRegularFile
      default: .readFailed
      }
    self.init(path: path, reason: reason, code: code)
  }

  /// Whether the path is simply not there.
  public var isAbsent: Bool { code == ENOENT || code == ENOTDIR }

  public var detail: String { description }

  public var description: String {
    code == 0 ? "\(path): \(reason.rawValue)" : "\(path): \(String(cString: strerror(code)))"
  }
}
