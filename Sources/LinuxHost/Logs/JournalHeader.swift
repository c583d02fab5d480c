import Facts
import Glibc

/// The header of a journal file, as far as it tells what the file holds.
///
/// Source: "Journal File Format", systemd.io/JOURNAL_FILE_FORMAT.
public struct JournalHeader: Sendable {
  public var entries: UInt64
  /// Microseconds since 1970; 0 in a file without entries.
  public var firstEntry: UInt64
  public var lastEntry: UInt64
  /// Numbers of the first and last entry in the sequence that several files share; 0 in a file without entries.
  public var firstSequence: UInt64
  public var lastSequence: UInt64
  /// Identifier of that sequence, 16 bytes in hex.
  public var sequenceID: String

  /// nil if the bytes are no header.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 208, bytes.starts(with: Array("LPKSHHRH".utf8)) else { return nil }
    entries = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 152, as: UInt64.self))
    firstEntry = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 184, as: UInt64.self))
    lastEntry = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 192, as: UInt64.self))
    firstSequence = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 168, as: UInt64.self))
    lastSequence = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 160, as: UInt64.self))
    sequenceID = bytes[72..<88].map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  /// Reads the header of an open file; throws `FileError`, `damaged` for what is none.
  public init(of file: OpenFile) throws(FileError) {
    var bytes = [UInt8](repeating: 0, count: 208)
    let got = bytes.withUnsafeMutableBytes { pread(file.descriptor, $0.baseAddress, $0.count, 0) }
    if got < 0 { throw FileError(path: file.path, code: errno) }
    guard got == bytes.count, let header = bytes.withUnsafeBytes({ JournalHeader($0) }) else {
      throw FileError(path: file.path, reason: .damaged)
    }
    self = header
  }
}
