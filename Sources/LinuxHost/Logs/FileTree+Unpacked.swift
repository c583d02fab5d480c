/// Files that may be compressed by gzip, xz or zstd.
extension FileTree {
  /// The plain bytes of a file; throws `FileError`, `damaged` where its compression does not hold, `tooLarge` beyond `limit`.
  public func unpacked(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let packed = try read(path, limit: limit)
    var plain: [UInt8] = []
    do {
      let stream = try packed.withUnsafeBytes { try Compression(magic: $0).decompressor() }
      try packed.withUnsafeBytes { bytes in
        try stream.decompress(bytes) { piece in
          plain += piece
          if plain.count > limit { throw FileError(path: path, reason: .tooLarge) }
        }
      }
      guard stream.isAtEnd else { throw FileError(path: path, reason: .damaged) }
    } catch let error as FileError {
      throw error
    } catch {
      throw FileError(path: path, reason: .damaged)
    }
    return plain
  }
}
