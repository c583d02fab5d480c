import Facts
import Glibc

/// Whether a program may be run: it and every folder above it belong to root, and nobody else can write them.
public enum TrustedProgram {
  /// Throws `FileError` where the program is not there or others could have put it there.
  public static func require(_ path: String) throws(FileError) {
    guard path.hasPrefix("/"), let resolved = realpath(path, nil) else {
      throw FileError(path: path, code: path.hasPrefix("/") ? errno : EINVAL)
    }
    defer { free(resolved) }
    let real = String(cString: resolved)
    try requireRegular(real)
    for path in ancestors(of: path) + ancestors(of: real) + [real] { try requireOwnedByRoot(path) }
  }

  private static func ancestors(of path: String) -> [String] {
    var folders = ["/"]
    for name in path.split(separator: "/").dropLast() {
      folders.append((folders[folders.count - 1] == "/" ? "" : folders[folders.count - 1]) + "/" + name)
    }
    return folders
  }

  private static func requireRegular(_ path: String) throws(FileError) {
    var info = stat()
    guard stat(path, &info) == 0 else { throw FileError(path: path, code: errno) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, reason: .notRegularFile) }
  }

  private static func requireOwnedByRoot(_ path: String) throws(FileError) {
    var info = stat()
    guard stat(path, &info) == 0 else { throw FileError(path: path, code: errno) }
    guard info.st_uid == 0, info.st_mode & 0o022 == 0 else {
      throw FileError(path: path, reason: .untrustedProgram)
    }
  }
}
