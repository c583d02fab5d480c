import Facts
import Glibc

/// The bytes of a file that are on the disk, in blocks; holes are left out (lseek(2), SEEK_DATA).
struct DataBlocks: ~Copyable {
  private let file: OpenFile
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var position: off_t = 0
  /// End of the data at the position.
  private var end: off_t = 0
  private var knowsHoles = true
  private(set) var sawHole = false

  init(_ file: OpenFile) { self.file = file }

  deinit { buffer.deallocate() }

  /// The next block, valid until the next call; nil at the end.
  mutating func next() throws(FileError) -> UnsafeRawBufferPointer? {
    if knowsHoles && position >= end {
      guard try seek() else { return nil }
    }
    let wanted = knowsHoles ? min(buffer.count, Int(end - position)) : buffer.count
    var got: Int
    repeat {
      got = pread(file.descriptor, buffer.baseAddress, wanted, position)
    } while got < 0 && errno == EINTR
    if got < 0 { throw FileError(path: file.path, code: errno) }
    if got == 0 { return nil }
    position += off_t(got)
    return UnsafeRawBufferPointer(rebasing: buffer[..<got])
  }

  /// Moves to the next data; false at the end of the file.
  private mutating func seek() throws(FileError) -> Bool {
    let data: Int32 = 3
    let hole: Int32 = 4
    let start = lseek(file.descriptor, position, data)
    if start < 0 {
      if errno == ENXIO {
        if try file.info().size > UInt64(position) { sawHole = true }
        return false
      }
      knowsHoles = false
      return true
    }
    if start > position { sawHole = true }
    position = start
    end = lseek(file.descriptor, start, hole)
    if end <= start { knowsHoles = false }
    return true
  }
}
