import CArchive
import Glibc

/// Writes archives of many kinds through libarchive, for tests.
public enum ArchiveBuilder {
  public enum Format: String, Sendable, CaseIterable { case tar, sevenZip, cpio, iso, xar, zip, ar }
  public enum Filter: String, Sendable, CaseIterable { case none, gzip, bzip2, xz, zstd, lzma, lz4, compress }

  public struct Failure: Error { public let detail: String }

  /// An archive of some members; `passphrase` encrypts a zip file.
  public static func archive(
    _ format: Format, _ members: [(String, [UInt8])], filter: Filter = .none, passphrase: String? = nil
  ) throws -> [UInt8] {
    let writer = archive_write_new()
    defer { archive_write_free(writer) }
    switch format {
    case .tar: archive_write_set_format_pax_restricted(writer)
    case .sevenZip: archive_write_set_format_7zip(writer)
    case .cpio: archive_write_set_format_cpio(writer)
    case .iso: archive_write_set_format_iso9660(writer)
    case .xar: archive_write_set_format_xar(writer)
    case .zip: archive_write_set_format_zip(writer)
    case .ar: archive_write_set_format_ar_svr4(writer)
    }
    return try write(writer, filter, members, passphrase)
  }

  /// One compressed file without an archive in it.
  public static func compressed(_ filter: Filter, _ bytes: [UInt8]) throws -> [UInt8] {
    let writer = archive_write_new()
    defer { archive_write_free(writer) }
    archive_write_set_format_raw(writer)
    return try write(writer, filter, [("data", bytes)], nil)
  }

  private static func write(
    _ writer: OpaquePointer?, _ filter: Filter, _ members: [(String, [UInt8])], _ passphrase: String?
  ) throws -> [UInt8] {
    // libarchive writes names as the locale can.
    setlocale(LC_ALL, "C.UTF-8")
    switch filter {
    case .none: archive_write_add_filter_none(writer)
    case .gzip: archive_write_add_filter_gzip(writer)
    case .bzip2: archive_write_add_filter_bzip2(writer)
    case .xz: archive_write_add_filter_xz(writer)
    case .zstd: archive_write_add_filter_zstd(writer)
    case .lzma: archive_write_add_filter_lzma(writer)
    case .lz4: archive_write_add_filter_lz4(writer)
    case .compress: archive_write_add_filter_compress(writer)
    }
    if let passphrase {
      archive_write_set_options(writer, "zip:encryption=aes256")
      archive_write_set_passphrase(writer, passphrase)
    }
    let size = members.reduce(8 << 20) { $0 + 2 * $1.1.count }
    var used = 0
    let bytes = try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      try check(writer, archive_write_open_memory(writer, buffer.baseAddress, size, &used))
      for (name, content) in members {
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname_utf8(entry, name)
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, Int64(content.count))
        try check(writer, archive_write_header(writer, entry))
        archive_write_data(writer, content, content.count)
      }
      try check(writer, archive_write_close(writer))
      count = used
    }
    return bytes
  }

  private static func check(_ writer: OpaquePointer?, _ code: Int32) throws {
    guard code != ARCHIVE_OK, code != ARCHIVE_WARN else { return }
    throw Failure(detail: archive_error_string(writer).map { String(cString: $0) } ?? "")
  }
}
