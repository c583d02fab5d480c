import CArchive
import ParseWire

/// Archives of other kinds and compressed files, through libarchive: every member is a document of its own.
struct Archive: Format {
  let types: [FileType] = [.archive, .compressed]

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    let head = Array(try file.piece(at: 0, count: TypeSniff.length))
    let isCompressed = TypeSniff.type(head) == .compressed
    let stream = try ArchiveStream(file, isBare: isCompressed)
    while let member = try stream.next() {
      let name = member.isNamed ? member.name : nil
      guard member.isFile else {
        if let name { inner.read(name: name) }
        continue
      }
      if member.isEncrypted {
        inner.fail(.encrypted)
        if let name { inner.read(name: name) }
        continue
      }
      read(stream, member, name, inner)
    }
    if let cause = stream.cause { inner.fail(cause) }
    return Extract(isCompressed ? .compressed : .archive)
  }

  private func read(
    _ stream: ArchiveStream, _ member: ArchiveStream.Member, _ name: String?, _ inner: InnerDocuments
  ) {
    var bytes: [UInt8] = []
    while true {
      guard let piece = stream.data() else {
        inner.fail(stream.lastFailure ?? .damaged)
        break
      }
      if piece.isEmpty { break }
      let isFirst = bytes.isEmpty
      bytes += piece
      if isFirst, inner.isNoDocument(head: bytes, name: name) {
        if let name { inner.read(name: name) }
        return
      }
      if !inner.hasRoom(for: bytes.count) {
        inner.fail(.tooLarge)
        if let name { inner.read(name: name) }
        return
      }
    }
    if bytes.isEmpty {
      if let name { inner.read(name: name) }
    } else {
      inner.read(bytes, name: name)
    }
  }
}
