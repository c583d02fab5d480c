import Glibc

/// Keeps others from writing the registers while it lives; the kernel lets go of it when the process dies.
final class RegisterLock: Sendable {
  private let descriptor: Int32

  /// Throws `RegisterError.busy` at once where another writes.
  init(_ path: String) throws(RegisterError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system(path, errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK ? .busy(path) : .system(path, code)
    }
  }

  deinit { close(descriptor) }
}
