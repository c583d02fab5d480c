import Facts
import Glibc

/// The header of a journal file, as far as it tells what the file holds.
///
/// Source: "Journal File Format", systemd.io/JOURNAL_FILE_FORMAT.
struct JournalHeader {
  var entries: UInt64
  /// Microseconds since 1970; 0 in a file without entries.
  var firstEntry: UInt64
  var lastEntry: UInt64

  /// nil if the bytes are no header.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 208, bytes.starts(with: Array("LPKSHHRH".utf8)) else { return nil }
    entries = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 152, as: UInt64.self))
    firstEntry = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 184, as: UInt64.self))
    lastEntry = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 192, as: UInt64.self))
  }

  init(of file: OpenFile) throws(FileError) {
    var bytes = [UInt8](repeating: 0, count: 208)
    let got = bytes.withUnsafeMutableBytes { pread(file.descriptor, $0.baseAddress, $0.count, 0) }
    if got < 0 { throw FileError(path: file.path, code: errno) }
    guard got == bytes.count, let header = bytes.withUnsafeBytes({ JournalHeader($0) }) else {
      throw FileError(path: file.path, reason: .damaged)
    }
    self = header
  }
}
