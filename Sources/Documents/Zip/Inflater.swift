import CDeflate
import CZ

/// Unpacks deflated data (RFC 1951): at once where their size is known, otherwise as far as they go.
final class Inflater {
  /// Unpacked bytes; incomplete where the data break off, are broken or go beyond the limit.
  struct Output {
    var bytes: [UInt8]
    var isComplete: Bool
    var isBeyondLimit = false
  }

  private let decompressor = libdeflate_alloc_decompressor()

  deinit { libdeflate_free_decompressor(decompressor) }

  /// Unpacks; `size` is what the directory says, `limit` the most that is unpacked.
  func inflate(_ data: ArraySlice<UInt8>, size: Int?, limit: Int) -> Output {
    if let size, size <= limit, size <= data.count.multipliedReportingOverflow(by: 1040).partialValue + 64,
      let bytes = whole(data, size)
    {
      return Output(bytes: bytes, isComplete: true)
    }
    return stepwise(data, limit: limit)
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }

  private func whole(_ data: ArraySlice<UInt8>, _ size: Int) -> [UInt8]? {
    guard let decompressor else { return nil }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      var written = 0
      let result = data.withUnsafeBytes {
        libdeflate_deflate_decompress(
          decompressor, $0.baseAddress, $0.count, buffer.baseAddress, size, &written)
      }
      isWhole = result == LIBDEFLATE_SUCCESS && written == size
      filled = isWhole ? size : 0
    }
    return isWhole ? bytes : nil
  }

  private func stepwise(_ data: ArraySlice<UInt8>, limit: Int) -> Output {
    var stream = z_stream()
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return Output(bytes: [], isComplete: false)
    }
    defer { inflateEnd(&stream) }
    var output = Output(bytes: [], isComplete: false)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    data.withUnsafeBytes { input in
      stream.next_in = UnsafeMutablePointer(
        mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
      stream.avail_in = UInt32(clamping: input.count)
      var code = Z_OK
      while code == Z_OK, output.bytes.count <= limit {
        let got = chunk.withUnsafeMutableBufferPointer { room -> Int in
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(room.count)
          code = CZ.inflate(&stream, Z_NO_FLUSH)
          return room.count - Int(stream.avail_out)
        }
        output.bytes += chunk[..<got]
      }
      output.isComplete = code == Z_STREAM_END
    }
    output.isBeyondLimit = output.bytes.count > limit
    return output
  }
}
