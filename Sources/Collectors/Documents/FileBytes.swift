import Glibc
import LinuxHost
import ParseWire

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

  /// Whether a file bears the mark of a disc image (ISO 9660, ECMA-119 §8.1).
  func isDisc(_ file: OpenFile) throws(FileError) -> Bool {
    let mark = MagicGate.discMark
    filled = 0
    guard try read(file, at: MagicGate.discMarkOffset, 0..<mark.count) == mark.count else { return false }
    return buffer[..<mark.count].elementsEqual(mark)
  }

  /// Whether some piece of the file satisfies the body; pieces share `overlap` bytes. `isHeadRead` goes on from what `head`
  /// just read; `range` is the part of the file that is looked at.
  func firstPiece(
    of file: OpenFile, overlap: Int, isHeadRead: Bool = false, in range: Range<Int> = 0..<Int.max,
    where body: (UnsafeRawBufferPointer) -> Bool
  ) throws(FileError) -> Bool {
    if !isHeadRead { filled = 0 }
    if buffer.count < 4 * overlap { grow(to: 4 * overlap) }
    var offset = range.lowerBound + filled
    while true {
      let room = min(buffer.count, filled + (range.upperBound - offset))
      let got = try read(file, at: offset, filled..<room)
      offset += got
      filled += got
      let isLast = filled < room || offset == range.upperBound
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
