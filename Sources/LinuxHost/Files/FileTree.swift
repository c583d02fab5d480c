import CShims
import Facts
import Glibc

/// The files below one folder, read as that machine would see them: links resolve inside, nothing is changed.
///
/// Every read throws `FileError`; an absent file is an error too, so that a caller decides what absence means.
public final class FileTree: Sendable {
  /// The folder on this machine; "/" for the running system.
  public let root: String
  let descriptor: Int32
  let keepsBirthTimes: Bool
  private let reader: UInt32?

  /// Opens the tree; a recording's birth times are those of the copy, so `keepsBirthTimes` is false for it.
  ///
  /// With `reader` every read is limited to the rights of that user, which needs root.
  public init(
    root: String, keepsBirthTimes: Bool = true, reader: UInt32? = nil
  ) throws(FileError) {
    let descriptor = Glibc.open(root, airseal_o_path | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: root, code: errno) }
    self.descriptor = descriptor
    self.root = root
    self.keepsBirthTimes = keepsBirthTimes
    self.reader = reader
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

  /// Files and folders in use on the file system whose root this tree is; nil where it is a part of one, or where the file
  /// system does not tell.
  public var entriesInUse: Int? {
    var (here, above) = (stat(), stat())
    var system = statvfs()
    guard fstat(descriptor, &here) == 0, fstatat(descriptor, "..", &above, 0) == 0,
      here.st_dev != above.st_dev || here.st_ino == above.st_ino, fstatvfs(descriptor, &system) == 0,
      system.f_files > system.f_ffree
    else { return nil }
    return Int(clamping: system.f_files - system.f_ffree)
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
    try text(path, limit: limit).utf8.split(separator: 10, omittingEmptySubsequences: false).map { line in
      Substring(line.last == 13 ? line.dropLast() : line)
    }
  }

  /// Describes a file; follows links unless told otherwise.
  public func info(_ path: String, followingLinks: Bool = true) throws(FileError) -> FileInfo {
    let descriptor = try openDescriptor(path, airseal_o_path | (followingLinks ? 0 : O_NOFOLLOW))
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
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.bindMemory(to: CChar.self).baseAddress.map { readlinkat(descriptor, "", $0, bytes.count) } ?? -1
    }
    guard count >= 0 else { throw FileError(path: path, code: errno) }
    return String(decoding: buffer.prefix(count), as: UTF8.self)
  }

  /// A folder of the tree as a descriptor of this process, for libraries that read folders themselves; the caller closes it.
  public func openFolder(_ path: String) throws(FileError) -> Int32 {
    try openDescriptor(path, O_RDONLY | O_DIRECTORY)
  }

  /// Runs code that opens files by itself with the rights that limit this tree; it must stay on its thread.
  public func withReaderRights<T>(_ body: () throws -> T) throws -> T {
    guard let reader else { return try body() }
    var before = airseal_rights()
    guard airseal_read_files_as(reader, reader, &before) == 0 else {
      throw FileError(path: root, code: errno)
    }
    defer { airseal_restore_rights(&before) }
    return try body()
  }

  private func openDescriptor(_ path: String, _ flags: Int32) throws(FileError) -> Int32 {
    try withReaderRights(path) { () throws(FileError) in try openWithOwnRights(path, flags) }
  }

  /// Runs a body with the rights of the user whom the tree is read as.
  func withReaderRights<T>(_ path: String, _ body: () throws(FileError) -> T) throws(FileError) -> T {
    guard let reader else { return try body() }
    var before = airseal_rights()
    guard airseal_read_files_as(reader, reader, &before) == 0 else {
      throw FileError(path: path, code: errno)
    }
    defer { airseal_restore_rights(&before) }
    return try body()
  }

  private func openWithOwnRights(_ path: String, _ flags: Int32) throws(FileError) -> Int32 {
    let relative = path.drop { $0 == "/" }
    let name = relative.isEmpty ? "." : String(relative)
    while true {
      var result: Int32 = -1
      if flags & airseal_o_path == 0 {
        result = airseal_open_in_root(descriptor, name, flags | airseal_o_noatime)
      }
      if result < 0 && (flags & airseal_o_path != 0 || errno == EPERM) {
        result = airseal_open_in_root(descriptor, name, flags)
      }
      if result >= 0 { return result }
      if errno != EINTR && errno != EAGAIN { throw FileError(path: path, code: errno) }
    }
  }
}
