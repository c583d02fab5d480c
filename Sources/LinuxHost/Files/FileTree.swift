import CShims
import Facts
import Glibc

/// The files below one folder, read as that machine would see them: links resolve inside, nothing is changed.
///
/// Every read throws `FileError`; an absent file is an error too, so that a caller decides what absence means.
public final class FileTree: Sendable {
  /// The folder on this machine; "/" for the running system.
  public let root: String
  private let descriptor: Int32
  private let keepsBirthTimes: Bool

  /// Opens the tree; a recording's birth times are those of the copy, so `keepsBirthTimes` is false for it.
  public init(root: String, keepsBirthTimes: Bool = true) throws(FileError) {
    let descriptor = Glibc.open(root, airseal_o_path | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: root, code: errno) }
    self.descriptor = descriptor
    self.root = root
    self.keepsBirthTimes = keepsBirthTimes
  }

  deinit { close(descriptor) }

  /// Opens a regular file for reading, without touching its access time where the kernel allows.
  public func open(_ path: String) throws(FileError) -> OpenFile {
    let descriptor = try openDescriptor(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    let file = OpenFile(path: path, descriptor: descriptor)
    guard try file.info(keepsBirthTimes).kind == .regular else {
      throw FileError(path: path, reason: .notRegularFile)
    }
    return file
  }

  /// Reads a whole regular file of at most `limit` bytes.
  public func read(_ path: String, limit: Int = 16 << 20) throws(FileError) -> [UInt8] {
    try open(path).read(limit: limit)
  }

  /// Reads a whole text file; bytes that are not UTF-8 become U+FFFD.
  public func text(_ path: String, limit: Int = 16 << 20) throws(FileError) -> String {
    String(decoding: try read(path, limit: limit), as: UTF8.self)
  }

  /// The lines of a text file, without line ends.
  public func lines(_ path: String, limit: Int = 16 << 20) throws(FileError) -> [Substring] {
    try text(path, limit: limit).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Describes a file; follows links.
  public func info(_ path: String) throws(FileError) -> FileInfo {
    let descriptor = try openDescriptor(path, airseal_o_path)
    return try OpenFile(path: path, descriptor: descriptor).info(keepsBirthTimes)
  }

  /// Whether something stands at the path; throws where that could not be found out.
  public func exists(_ path: String) throws(FileError) -> Bool {
    do {
      _ = try info(path)
      return true
    } catch {
      if error.isAbsent { return false }
      throw error
    }
  }

  /// The names in a folder, sorted by their bytes, without "." and "..".
  public func list(_ path: String) throws(FileError) -> [String] {
    let descriptor = try openDescriptor(path, O_RDONLY | O_DIRECTORY)
    guard let stream = fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw FileError(path: path, code: code)
    }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw FileError(path: path, code: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The target of a symbolic link, as it is written.
  public func linkTarget(_ path: String) throws(FileError) -> String {
    let descriptor = try openDescriptor(path, airseal_o_path | O_NOFOLLOW)
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes {
      readlinkat(descriptor, "", $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
    }
    guard count >= 0 else { throw FileError(path: path, code: errno) }
    return String(decoding: buffer.prefix(count), as: UTF8.self)
  }

  /// A folder of the tree as a descriptor of this process, for libraries that read folders themselves; the caller closes it.
  public func openFolder(_ path: String) throws(FileError) -> Int32 {
    try openDescriptor(path, O_RDONLY | O_DIRECTORY)
  }

  private func openDescriptor(_ path: String, _ flags: Int32) throws(FileError) -> Int32 {
    let relative = path.drop { $0 == "/" }
    let name = relative.isEmpty ? "." : String(relative)
    while true {
      var result: Int32 = -1
      if flags & airseal_o_path == 0 { result = airseal_open_in_root(descriptor, name, flags | airseal_o_noatime) }
      if result < 0 && (flags & airseal_o_path != 0 || errno == EPERM) {
        result = airseal_open_in_root(descriptor, name, flags)
      }
      if result >= 0 { return result }
      if errno != EINTR && errno != EAGAIN { throw FileError(path: path, code: errno) }
    }
  }
}
