import CZ

/// gzip members, one after another, by zlib's `inflate`.
final class GzipDecompressor: Decompressor {
  private var stream = z_stream()
  private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 1)
  private(set) var isAtEnd = false

  init() throws {
    let windowBitsForGzip: Int32 = 15 + 16
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, windowBitsForGzip, ZLIB_VERSION, size) == Z_OK else {
      output.deallocate()
      throw DecompressionError()
    }
  }

  deinit {
    inflateEnd(&stream)
    output.deallocate()
  }

  func decompress(
    _ input: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    stream.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.avail_in = UInt32(input.count)
    repeat {
      if isAtEnd {
        if stream.avail_in == 0 { return }
        guard inflateReset(&stream) == Z_OK else { throw DecompressionError() }
        isAtEnd = false
      }
      stream.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.avail_out = UInt32(output.count)
      let result = inflate(&stream, Z_NO_FLUSH)
      let made = output.count - Int(stream.avail_out)
      if made > 0 { try body(UnsafeRawBufferPointer(rebasing: output[..<made])) }
      switch result {
      case Z_STREAM_END: isAtEnd = true
      case Z_OK, Z_BUF_ERROR: break
      default: throw DecompressionError()
      }
    } while stream.avail_in > 0 || stream.avail_out == 0
  }
}
