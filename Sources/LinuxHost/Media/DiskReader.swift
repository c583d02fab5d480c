import CShims
import Glibc

/// Bytes of an open disk or image at any offset.
struct DiskReader {
  private let file: Int32
  /// Bytes.
  let size: UInt64

  init(_ file: Int32) {
    self.file = file
    let disk = airseal_disk_size(file)
    var info = stat()
    size = disk > 0 ? disk : fstat(file, &info) == 0 ? UInt64(max(0, info.st_size)) : 0
  }

  /// Fewer bytes at the end; nil where the disk does not give them.
  func read(_ offset: UInt64, _ count: Int) -> [UInt8]? {
    guard let start = off_t(exactly: offset), count >= 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(file, buffer.baseAddress?.advanced(by: done), count - done, start + off_t(done))
      }
      if got < 0 && errno == EINTR { continue }
      if got < 0 { return nil }
      if got == 0 { break }
      done += got
    }
    return Array(bytes.prefix(done))
  }
}
