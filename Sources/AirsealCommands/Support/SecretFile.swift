import Foundation
import Glibc

/// A file whose first line is a passphrase or PIN.
enum SecretFile {
  /// The first line of a file that only its owner can read, or of standard input for `-`.
  static func firstLine(_ path: String) throws -> String {
    if path == "-" { return readLine() ?? "" }
    let handle = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard handle >= 0 else { throw unreadable(path, errno) }
    defer { close(handle) }
    var info = stat()
    guard fstat(handle, &info) == 0 else { throw unreadable(path, errno) }
    guard info.st_mode & S_IFMT != S_IFREG || info.st_mode & 0o077 == 0 else {
      throw Failure(
        .usage, "\(path): người khác đọc được tệp này; đặt quyền 0600 trước.",
        "\(path): others can read this file; set its mode to 0600 first.")
    }
    var bytes: [UInt8] = []
    while bytes.count < 1024, !bytes.contains(0x0A) {
      var chunk = [UInt8](repeating: 0, count: 256)
      let got = read(handle, &chunk, chunk.count)
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw unreadable(path, errno) }
      if got == 0 { break }
      bytes += chunk[..<got]
    }
    return String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }

  private static func unreadable(_ path: String, _ code: Int32) -> Failure {
    Failure(
      .usage, "Không đọc được \(path): \(String(cString: strerror(code))).",
      "Cannot read \(path): \(String(cString: strerror(code))).")
  }
}
