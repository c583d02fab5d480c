import CZstd

/// Zstandard frames, one after another, by libzstd; its window is limited to 128 MiB.
final class ZstdDecompressor: Decompressor {
  private let context: OpaquePointer
  private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 1)
  private(set) var isAtEnd = false

  init() throws {
    guard let context = ZSTD_createDCtx() else {
      output.deallocate()
      throw DecompressionError()
    }
    self.context = context
  }

  deinit {
    ZSTD_freeDCtx(context)
    output.deallocate()
  }

  func decompress(
    _ input: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var wasFull = false
    repeat {
      var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
      let result = ZSTD_decompressStream(context, &target, &source)
      if ZSTD_isError(result) != 0 { throw DecompressionError() }
      isAtEnd = result == 0
      wasFull = target.pos == target.size
      if target.pos > 0 { try body(UnsafeRawBufferPointer(rebasing: output[..<target.pos])) }
    } while source.pos < source.size || wasFull
  }
}
