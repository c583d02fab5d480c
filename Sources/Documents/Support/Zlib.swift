import CZ

/// Unpacks zlib streams (RFC 1950) whose size is known.
enum Zlib {
  /// The unpacked bytes, as many as the stream yields up to the size; nil where it is damaged.
  static func unpack(_ data: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      var written = UInt(size)
      let code = data.withUnsafeBufferPointer {
        uncompress(buffer.baseAddress, &written, $0.baseAddress, UInt($0.count))
      }
      isWhole = code == Z_OK
      filled = isWhole ? Int(written) : 0
    }
    return isWhole ? bytes : nil
  }
}
