import Facts

/// Turns compressed bytes into plain ones, piece by piece.
protocol Decompressor: AnyObject {
  /// Decompresses `input` and hands over what comes out; throws `DecompressionError`, or what `body` throws.
  func decompress(
    _ input: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws

  /// Whether the input so far ends where a compressed stream ends.
  var isAtEnd: Bool { get }
}

/// Compressed bytes that do not follow their format.
struct DecompressionError: Error {}

/// Passes bytes on as they are.
final class PlainBytes: Decompressor {
  let isAtEnd = true

  func decompress(
    _ input: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try body(input)
  }
}

/// How a log file is compressed, told by its first bytes.
enum Compression {
  case plain
  case gzip
  case xz
  case zstd
  case unsupported

  /// Sources: RFC 1952, the .xz file format 1.2.0, RFC 8878, bzip2 and LZ4 frame magic numbers.
  init(magic bytes: UnsafeRawBufferPointer) {
    let magic = bytes.prefix(6)
    self =
      if magic.starts(with: [0x1f, 0x8b]) {
        .gzip
      } else if magic.elementsEqual([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]) {
        .xz
      } else if magic.starts(with: [0x28, 0xb5, 0x2f, 0xfd]) {
        .zstd
      } else if magic.starts(with: Array("BZh".utf8)) || magic.starts(with: [0x04, 0x22, 0x4d, 0x18]) {
        .unsupported
      } else {
        .plain
      }
  }

  func decompressor() throws -> any Decompressor {
    switch self {
    case .plain: PlainBytes()
    case .gzip: try GzipDecompressor()
    case .xz: try XzDecompressor()
    case .zstd: try ZstdDecompressor()
    case .unsupported: throw DecompressionError()
    }
  }
}
