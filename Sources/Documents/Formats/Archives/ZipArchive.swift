import ParseWire

/// Zip files (APPNOTE.TXT) that are no office document: every member is a document of its own.
struct ZipArchive: Format {
  let types: [FileType] = [.zip]

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    let zip = try Zip(file)
    if zip.directory.isDamaged { inner.fail(.damaged) }
    zip.totalLimit = inner.room
    zip.memberSizeLimit = inner.documentRoom
    for entry in zip.entries {
      guard !entry.isFolder, (entry.size ?? 1) > 0 else {
        inner.read(name: entry.name)
        continue
      }
      let content = try zip.content(entry)
      if content.cause != .none { inner.fail(content.cause) }
      if content.bytes.isEmpty {
        inner.read(name: entry.name)
      } else {
        inner.read(content.bytes, name: entry.name)
      }
    }
    return Extract(.zip)
  }
}
