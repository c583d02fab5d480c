import CArchive
import Glibc

/// The members of a zip file, in memory or behind a descriptor, within limits that a zip bomb cannot pass.
///
/// Member names are looked at and never kept beyond the reading.
struct Zip {
  static let memberLimit = 20_000
  static let totalLimit = 256 << 20

  /// One member that was asked for.
  struct Member {
    var name: String
    var bytes: [UInt8]
  }

  private let file: DocumentFile
  /// Largest member that is unpacked, bytes.
  var memberSizeLimit = 96 << 20

  /// The read position of a file behind a descriptor moves.
  init(_ file: DocumentFile) { self.file = file }

  /// The names of all members; throws `Unreadable`.
  func names() throws -> [String] {
    var names: [String] = []
    try walk { name, _, _ in names.append(name) }
    return names
  }

  /// The members whose name is wanted; throws `Unreadable` if one is encrypted, damaged or beyond the limits.
  func members(where isWanted: (String) -> Bool) throws -> [Member] {
    var members: [Member] = []
    var total = 0
    try walk { name, archive, entry in
      guard isWanted(name) else { return }
      if archive_entry_is_encrypted(entry) != 0 { throw Unreadable(.encrypted) }
      let bytes = try data(archive)
      total += bytes.count
      if total > Self.totalLimit { throw Unreadable(.tooLarge) }
      members.append(Member(name: name, bytes: bytes))
    }
    return members
  }

  private func walk(_ visit: (String, OpaquePointer, OpaquePointer) throws -> Void) throws {
    guard let archive = archive_read_new() else { throw Unreadable(.readFailed) }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip_seekable(archive)
    if let descriptor = file.descriptor {
      guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Unreadable(.readFailed) }
      return try visitAll(archive, archive_read_open_fd(archive, descriptor, 1 << 16), visit)
    }
    try file.bytes().withUnsafeBytes { buffer in
      try visitAll(archive, archive_read_open_memory(archive, buffer.baseAddress, buffer.count), visit)
    }
  }

  private func visitAll(
    _ archive: OpaquePointer, _ opened: Int32, _ visit: (String, OpaquePointer, OpaquePointer) throws -> Void
  ) throws {
    guard opened == ARCHIVE_OK else { throw Unreadable(.damaged) }
    var count = 0
    while true {
      var entry: OpaquePointer?
      let code = archive_read_next_header(archive, &entry)
      if code == ARCHIVE_EOF { return }
      guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry else { throw Unreadable(.damaged) }
      count += 1
      if count > Self.memberLimit { throw Unreadable(.tooLarge) }
      try visit(Self.name(entry), archive, entry)
    }
  }

  private static func name(_ entry: OpaquePointer) -> String {
    if let name = archive_entry_pathname_utf8(entry) { return String(cString: name) }
    if let name = archive_entry_pathname(entry) { return String(cString: name) }
    return ""
  }

  private func data(_ archive: OpaquePointer) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = archive_read_data(archive, &chunk, chunk.count)
      if got < 0 { throw Unreadable(.damaged) }
      if got == 0 { return bytes }
      bytes += chunk[0..<got]
      if bytes.count > memberSizeLimit { throw Unreadable(.tooLarge) }
    }
  }
}
