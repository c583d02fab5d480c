import CArchive
import Glibc
import Markings
import ParseWire

/// The members of one archive in their order, read by libarchive from memory or from an open descriptor.
final class ArchiveStream {
  /// One member, until the next is asked for.
  struct Member {
    var name: String
    /// Not so for the content of a bare compressed file.
    var isNamed: Bool
    var isFile: Bool
    var isEncrypted: Bool
  }

  private static let memberLimit = 1_000_000
  private static let pieceSize = 1 << 17

  private let archive: OpaquePointer
  private let memory: UnsafeMutableRawBufferPointer?
  private var chunk = [UInt8](repeating: 0, count: pieceSize)
  private var count = 0
  private var isOpen = false
  /// Why the archive could not be read to its end; nil while it can.
  private(set) var cause: ParseReply.Cause?

  /// Opens an archive; `isBare` also takes a compressed file that holds none. Throws `Unreadable`.
  init(_ file: DocumentFile, isBare: Bool) throws(Unreadable) {
    guard let archive = archive_read_new() else { throw Unreadable(.readFailed) }
    self.archive = archive
    for support in [
      archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
      archive_read_support_filter_lzma, archive_read_support_filter_zstd, archive_read_support_filter_lz4,
      archive_read_support_filter_lzip, archive_read_support_filter_compress, archive_read_support_filter_rpm,
      archive_read_support_format_tar, archive_read_support_format_7zip, archive_read_support_format_rar,
      archive_read_support_format_rar5, archive_read_support_format_cab, archive_read_support_format_iso9660,
      archive_read_support_format_cpio, archive_read_support_format_ar, archive_read_support_format_lha,
      archive_read_support_format_xar, archive_read_support_format_zip_streamable,
    ] { _ = support(archive) }
    if isBare { archive_read_support_format_raw(archive) }
    if let descriptor = file.descriptor {
      memory = nil
      lseek(descriptor, 0, SEEK_SET)
      open(archive_read_open_fd(archive, descriptor, 1 << 16))
    } else {
      let bytes: [UInt8]
      do { bytes = try file.bytes() } catch {
        archive_read_free(archive)
        throw error
      }
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
      copy.copyBytes(from: bytes)
      memory = copy
      open(archive_read_open_memory(archive, copy.baseAddress, bytes.count))
    }
  }

  deinit {
    archive_read_free(archive)
    memory?.deallocate()
  }

  /// The next member; nil at the end, and where the archive breaks off, which `cause` tells then.
  func next() throws(Unreadable) -> Member? {
    guard cause == nil else { return nil }
    var entry: OpaquePointer?
    let code = archive_read_next_header(archive, &entry)
    if code == ARCHIVE_EOF { return nil }
    check(code)
    guard cause == nil, let entry else { return nil }
    count += 1
    if count > Self.memberLimit {
      cause = .tooLarge
      return nil
    }
    let isRaw = archive_format(archive) == ARCHIVE_FORMAT_RAW
    return Member(
      name: Self.name(entry), isNamed: !isRaw,
      isFile: archive_entry_filetype(entry) == S_IFREG && archive_entry_hardlink(entry) == nil,
      isEncrypted: archive_entry_is_encrypted(entry) != 0)
  }

  /// More bytes of the member, none at its end; nil where they cannot be unpacked.
  func data() -> ArraySlice<UInt8>? {
    let got = archive_read_data(archive, &chunk, chunk.count)
    guard got >= 0 else {
      check(Int32(got))
      if cause == nil { cause = .damaged }
      // Members of their own can still follow one that is broken.
      let failed = cause
      if got == Int(ARCHIVE_FAILED) { cause = nil }
      lastFailure = failed
      return nil
    }
    return chunk[..<got]
  }

  /// Why the last member could not be unpacked.
  private(set) var lastFailure: ParseReply.Cause?

  private func open(_ code: Int32) {
    isOpen = code == ARCHIVE_OK || code == ARCHIVE_WARN
    check(code)
  }

  private func check(_ code: Int32) {
    guard code != ARCHIVE_OK, code != ARCHIVE_WARN, cause == nil else { return }
    let message = archive_error_string(archive).map { String(cString: $0).lowercased() } ?? ""
    // libarchive 3.6 follows a stray pointer where it is asked this of a file that it could not open.
    let isEncrypted = isOpen && archive_read_has_encrypted_entries(archive) == 1
    if isEncrypted || message.contains("encrypt") || message.contains("passphrase") {
      cause = .encrypted
    } else if message.contains("unsupported") || message.contains("not supported")
      || message.contains("unrecognized")
      || message.contains("volume")
    {
      cause = .unsupported
    } else {
      cause = .damaged
    }
  }

  private static func name(_ entry: OpaquePointer) -> String {
    if let name = archive_entry_pathname_utf8(entry) { return String(cString: name) }
    guard let name = archive_entry_pathname(entry) else { return "" }
    let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name))
    return String(validating: bytes, as: UTF8.self) ?? Windows1252.letters(bytes)
  }
}
