import Glibc
import LinuxHost

/// Formats of pictures, and the size in pixels that their heads give.
///
/// Sources: ISO/IEC 15948 (PNG), ITU-T T.81 (JPEG), the GIF 89a, BMP, TIFF 6.0 and WebP specifications.
enum PictureFormat {
  case png
  case jpeg
  case gif
  case bmp
  case webp
  /// Formats whose size in pixels is not read: TIFF, HEIF, AVIF, JPEG 2000, JPEG XL.
  case other

  struct Size: Equatable {
    let width: Int
    let height: Int
  }

  init?(_ head: UnsafeRawBufferPointer) {
    func starts(_ bytes: [UInt8], at offset: Int = 0) -> Bool {
      head.count >= offset + bytes.count && head[offset..<(offset + bytes.count)].elementsEqual(bytes)
    }
    if starts([0x89, 0x50, 0x4E, 0x47]) {
      self = .png
    } else if starts([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if starts(Array("GIF8".utf8)) {
      self = .gif
    } else if starts(Array("BM".utf8)), starts([0, 0, 0, 0], at: 6) {
      self = .bmp
    } else if starts(Array("RIFF".utf8)), starts(Array("WEBP".utf8), at: 8) {
      self = .webp
    } else if starts([0x49, 0x49, 0x2A, 0]) || starts([0x4D, 0x4D, 0, 0x2A])
      || starts([0xFF, 0x4F, 0xFF, 0x51]) || starts([0, 0, 0, 0x0C, 0x6A, 0x50]) || starts([0xFF, 0x0A])
      || starts([0, 0, 0, 0x0C, 0x4A, 0x58])
    {
      self = .other
    } else if starts(Array("ftyp".utf8), at: 4),
      ["heic", "heix", "mif1", "msf1", "avif"].contains(where: { starts(Array($0.utf8), at: 8) })
    {
      self = .other
    } else {
      return nil
    }
  }

  /// The size in pixels; nil where the format or the file does not tell.
  func size(_ file: OpenFile, _ head: UnsafeRawBufferPointer) throws(FileError) -> Size? {
    switch self {
    case .png: Self.size(head, 16, 20, 4, isBigEndian: true)
    case .gif: Self.size(head, 6, 8, 2, isBigEndian: false)
    case .bmp: Self.size(head, 18, 22, 4, isBigEndian: false)
    case .webp: Self.webp(head)
    case .jpeg: try JpegHead(file).size()
    case .other: nil
    }
  }

  private static func webp(_ head: UnsafeRawBufferPointer) -> Size? {
    guard head.count >= 30 else { return nil }
    switch String(decoding: head[12..<16], as: UTF8.self) {
    case "VP8 ":
      return size(head, 26, 28, 2, isBigEndian: false).map {
        Size(width: $0.width & 0x3FFF, height: $0.height & 0x3FFF)
      }
    case "VP8X":
      return size(head, 24, 27, 3, isBigEndian: false).map {
        Size(width: $0.width + 1, height: $0.height + 1)
      }
    default: return nil
    }
  }

  private static func size(
    _ head: UnsafeRawBufferPointer, _ width: Int, _ height: Int, _ count: Int, isBigEndian: Bool
  ) -> Size? {
    guard head.count >= height + count else { return nil }
    func number(_ at: Int) -> Int {
      let bytes = Array(head[at..<(at + count)])
      return (isBigEndian ? bytes : bytes.reversed()).reduce(0) { $0 << 8 | Int($1) }
    }
    return Size(width: number(width), height: abs(number(height)))
  }
}

/// The markers of a JPEG file up to the one that gives its size.
struct JpegHead {
  private static let markerLimit = 200

  private let file: OpenFile

  init(_ file: OpenFile) { self.file = file }

  func size() throws(FileError) -> PictureFormat.Size? {
    var offset = 2
    for _ in 0..<Self.markerLimit {
      let bytes = try piece(offset, 9)
      guard bytes.count == 9, bytes[0] == 0xFF else { return nil }
      let marker = bytes[1]
      if marker == 0xFF {
        offset += 1
        continue
      }
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return PictureFormat.Size(
          width: Int(bytes[7]) << 8 | Int(bytes[8]), height: Int(bytes[5]) << 8 | Int(bytes[6]))
      }
      let isAlone = marker == 0x01 || (0xD0...0xD7).contains(marker)
      offset += isAlone ? 2 : 2 + max(2, Int(bytes[2]) << 8 | Int(bytes[3]))
    }
    return nil
  }

  private func piece(_ offset: Int, _ count: Int) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = pread(file.descriptor, &bytes, count, off_t(offset))
    guard got >= 0 else { throw FileError(path: file.path, code: errno) }
    return Array(bytes.prefix(got))
  }
}
