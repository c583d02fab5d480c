import Glibc

/// A file of the rules folder.
struct PackFile {
  /// Path below the folder.
  let name: String
  let bytes: [UInt8]
  let text: String

  /// Name without folder and extension.
  var stem: String {
    let last = name.utf8.split(separator: UInt8(ascii: "/")).last ?? name.utf8[...]
    return String(Substring(last.split(separator: UInt8(ascii: ".")).first ?? last))
  }

  /// Every regular file below a folder, by name; throws `RulePackError`.
  static func all(in folder: String) throws -> [PackFile] {
    var files: [PackFile] = []
    try list(folder, "", into: &files)
    return files.sorted { $0.name < $1.name }
  }

  private static func list(_ folder: String, _ prefix: String, into files: inout [PackFile]) throws {
    guard let stream = opendir(folder + "/" + prefix) else {
      throw unreadable(
        prefix.isEmpty ? "." : prefix, "không phải thư mục đọc được", "is not a folder that can be read")
    }
    defer { closedir(stream) }
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      if isFolder(folder + "/" + prefix + name, Int(entry.pointee.d_type)) {
        try list(folder, prefix + name + "/", into: &files)
      } else {
        files.append(try PackFile(folder, prefix + name))
      }
      errno = 0
    }
    if errno != 0 { throw unreadable(prefix, "không đọc được thư mục", "cannot be listed") }
  }

  /// Some file systems do not tell the type of an entry (readdir(3)).
  private static func isFolder(_ path: String, _ type: Int) -> Bool {
    if type != DT_UNKNOWN { return type == DT_DIR }
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  private init(_ folder: String, _ name: String) throws {
    let descriptor = open(folder + "/" + name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.unreadable(name, "không đọc được tệp", "cannot be read") }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      throw Self.unreadable(name, "không phải tệp thường", "is not a regular file")
    }
    var bytes: [UInt8] = []
    let chunk = 1 << 16
    while true {
      let got = withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 1) { buffer in
        let got = read(descriptor, buffer.baseAddress, chunk)
        if got > 0 { bytes.append(contentsOf: buffer[..<got]) }
        return got
      }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw Self.unreadable(name, "không đọc được tệp", "cannot be read") }
      if got == 0 { break }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Self.unreadable(name, "không phải UTF-8", "is not UTF-8")
    }
    self.name = name
    self.bytes = bytes
    self.text = text
  }

  private static func unreadable(_ name: String, _ vi: String, _ en: String) -> RulePackError {
    let message = LocalizedText(vi: vi, en: en)
    return RulePackError(problems: [RuleProblem(file: name, line: 1, column: 1, message: message)])
  }
}
