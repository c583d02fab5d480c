import Foundation
import Glibc

/// The one place that writes a command's result.
enum Output {
  /// Gives closed standard streams to /dev/null, so that no result file takes their place, and lets a
  /// reader that leaves early be no reason to die.
  static func secureStreams() {
    for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDWR)
    }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Prints text to standard output, with a line end; a reader that has left is no error.
  static func print(_ text: String) throws {
    let code = emit(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO)
    guard code == 0 || code == EPIPE else {
      throw Failure(
        .cannotWork, "Không ghi được kết quả ra đầu ra chuẩn: \(String(cString: strerror(code))).",
        "Cannot write to standard output: \(String(cString: strerror(code))).")
    }
  }

  /// Prints a note to standard error, if anything takes it.
  static func note(_ text: String) { _ = emit(text + "\n", to: STDERR_FILENO) }

  /// Writes the whole text; the kernel's error number, or 0.
  static func emit(_ text: String, to stream: Int32) -> Int32 {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      bytes = bytes.dropFirst(count)
    }
    return 0
  }

  /// Writes a private file (mode 0600), replacing an older one whole.
  static func write(_ text: String, to path: String) throws {
    let manager = FileManager.default
    let partial = path + ".partial"
    guard
      manager.createFile(
        atPath: partial, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]),
      rename(partial, path) == 0
    else {
      unlink(partial)
      throw Failure(
        .cannotWork, "Không ghi được \(path): kiểm tra quyền ghi và dung lượng còn trống.",
        "Cannot write \(path): check the rights and the free space.")
    }
  }

  /// Adds a line to a text file, or begins one; throws `Failure` where that cannot be done.
  static func append(_ line: String, to path: String) throws {
    var text = ""
    if FileManager.default.fileExists(atPath: path) {
      guard let old = FileManager.default.contents(atPath: path) else {
        throw Failure(.cannotWork, "Không đọc được \(path).", "Cannot read \(path).")
      }
      text = String(decoding: old, as: UTF8.self)
      if !text.hasSuffix("\n") && !text.isEmpty { text += "\n" }
    }
    try write(text + line + "\n", to: path)
  }

  /// Lets everybody read a file that was written private.
  static func makeReadable(_ path: String) throws {
    guard chmod(path, 0o644) == 0 else {
      throw Failure(
        .cannotWork, "Không đổi được quyền của \(path): \(String(cString: strerror(errno))).",
        "Cannot change the mode of \(path): \(String(cString: strerror(errno))).")
    }
  }

  /// Makes a private folder (mode 0700) where there is none.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(
        .cannotWork, "Không tạo được thư mục \(path); chọn thư mục khác bằng --output.",
        "Cannot make the folder \(path); choose another one with --output.")
    }
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Columns of the terminal; 100 elsewhere.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
    return Int(size.ws_col)
  }
}
