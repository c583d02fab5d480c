import Glibc
import LinuxHost

/// Reads open files in pieces into one buffer that it keeps, whatever their read position.
final class FileBytes {
  /// Files up to this many bytes are read at once with their head.
  static let smallSize = 1 << 16
  private static let pieceSize = 1 << 18

  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 16)
  private var filled = 0

  deinit { buffer.deallocate() }

  /// The first bytes of a file, at most `count`; they stay readable until the next call.
  func head(of file: OpenFile, _ count: Int) throws(FileError) -> UnsafeRawBufferPointer {
    filled = try read(file, at: 0, 0..<min(count, buffer.count))
    return UnsafeRawBufferPointer(rebasing: buffer[..<filled])
  }

  /// Whether some piece of the file satisfies the body; pieces share `overlap` bytes. `head` is what `head` just read.
  func firstPiece(
    of file: OpenFile, overlap: Int, isHeadRead: Bool = false, where body: (UnsafeRawBufferPointer) -> Bool
  ) throws(FileError) -> Bool {
    if !isHeadRead { filled = 0 }
    if buffer.count < 4 * overlap { grow(to: 4 * overlap) }
    var offset = filled
    while true {
      let got = try read(file, at: offset, filled..<buffer.count)
      offset += got
      filled += got
      let isLast = filled < buffer.count
      if filled > 0, body(UnsafeRawBufferPointer(rebasing: buffer[..<filled])) { return true }
      if isLast { return false }
      let tail = UnsafeRawBufferPointer(rebasing: buffer[(filled - overlap)..<filled])
      buffer.copyMemory(from: tail)
      filled = overlap
    }
  }

  /// Fills a range of the buffer; fewer bytes only at the end of the file.
  private func read(_ file: OpenFile, at offset: Int, _ range: Range<Int>) throws(FileError) -> Int {
    var total = 0
    while total < range.count {
      let room = UnsafeMutableRawBufferPointer(
        rebasing: buffer[(range.lowerBound + total)..<range.upperBound])
      let got = pread(file.descriptor, room.baseAddress, room.count, off_t(offset + total))
      if got < 0 {
        if errno == EINTR { continue }
        throw FileError(path: file.path, code: errno)
      }
      if got == 0 { break }
      total += got
    }
    return total
  }

  private func grow(to count: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
    buffer.deallocate()
    buffer = larger
  }
}
