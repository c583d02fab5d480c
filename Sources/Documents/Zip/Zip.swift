import ParseWire

/// The members of a zip file, unpacked one by one within limits that a zip bomb cannot pass.
final class Zip {
  /// The content of a member, and why it is not whole; `none` where it is.
  struct Content {
    var bytes: [UInt8]
    var cause: ParseReply.Cause
  }

  private static let headerSize = 30

  let file: DocumentFile
  let directory: ZipDirectory
  /// Largest member that is unpacked, bytes.
  var memberSizeLimit = 128 << 20
  /// Bytes that are unpacked altogether.
  var totalLimit = 1 << 30
  private var total = 0
  private let inflater = Inflater()

  var entries: [ZipEntry] { directory.entries }

  /// Throws `Unreadable` where the file has no members that can be found.
  init(_ file: DocumentFile) throws(Unreadable) {
    self.file = file
    directory = try ZipDirectory(file)
  }

  func entry(_ name: String) -> ZipEntry? { entries.first { $0.name == name } }

  /// What a member holds, as far as it can be unpacked; throws `Unreadable(.readFailed)` where the file itself cannot be.
  func content(_ entry: ZipEntry) throws(Unreadable) -> Content {
    if entry.isEncrypted { return Content(bytes: [], cause: .encrypted) }
    let limit = min(memberSizeLimit, totalLimit - total)
    if (entry.size ?? 0) > limit { return Content(bytes: [], cause: .tooLarge) }
    let header = LittleBytes(try file.piece(at: entry.offset, count: Self.headerSize))
    guard header.number32(0) == 0x0403_4B50 else { return Content(bytes: [], cause: .damaged) }
    let start = entry.offset + Self.headerSize + header.number16(26) + header.number16(28)
    let data = try file.piece(at: start, count: entry.packedSize)
    let content = unpack(entry, data, limit)
    total += content.bytes.count
    return content
  }

  private func unpack(_ entry: ZipEntry, _ data: ArraySlice<UInt8>, _ limit: Int) -> Content {
    switch entry.method {
    case 0:
      let bytes = Array(data.prefix(limit))
      return Content(bytes: bytes, cause: isIntact(entry, bytes) ? .none : .damaged)
    case 8:
      let output = inflater.inflate(data, size: entry.size, limit: limit)
      if output.isBeyondLimit { return Content(bytes: output.bytes, cause: .tooLarge) }
      let isIntact = output.isComplete && isIntact(entry, output.bytes)
      return Content(bytes: output.bytes, cause: isIntact ? .none : .damaged)
    default: return Content(bytes: [], cause: .unsupported)
    }
  }

  private func isIntact(_ entry: ZipEntry, _ bytes: [UInt8]) -> Bool {
    guard let size = entry.size else { return true }
    return size == bytes.count && entry.checksum == Inflater.checksum(bytes)
  }
}
