import CLzma

/// .xz streams, one after another, by liblzma with at most 128 MiB of memory.
final class XzDecompressor: Decompressor {
  private var stream = lzma_stream()
  private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 1)
  private var ended = false

  /// liblzma tells the end of concatenated streams only when asked to finish.
  var isAtEnd: Bool {
    if ended { return true }
    stream.avail_in = 0
    stream.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.avail_out = output.count
    ended = lzma_code(&stream, LZMA_FINISH) == LZMA_STREAM_END
    return ended
  }

  init() throws {
    let concatenated: UInt32 = 0x08
    guard lzma_stream_decoder(&stream, 128 << 20, concatenated) == LZMA_OK else {
      output.deallocate()
      throw DecompressionError()
    }
  }

  deinit {
    lzma_end(&stream)
    output.deallocate()
  }

  func decompress(
    _ input: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    stream.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.avail_in = input.count
    repeat {
      stream.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.avail_out = output.count
      let result = lzma_code(&stream, LZMA_RUN)
      let made = output.count - stream.avail_out
      if made > 0 { try body(UnsafeRawBufferPointer(rebasing: output[..<made])) }
      switch result {
      case LZMA_STREAM_END:
        ended = true
        return
      case LZMA_OK, LZMA_BUF_ERROR: break
      default: throw DecompressionError()
      }
    } while stream.avail_in > 0 || stream.avail_out == 0
  }
}
