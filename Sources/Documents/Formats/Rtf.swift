import ParseWire

/// Rich Text Format.
struct Rtf: Format {
  let types: [FileType] = [.rtf]

  func warmUp() { Charset.warmUp() }

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    let (extract, objects) = try RtfReader.read(try file.bytes())
    for object in objects {
      do throws(Unreadable) {
        if let native = try OlePackage.native(object) { inner.read(native.bytes, name: native.name) }
      } catch { inner.fail(error.cause) }
    }
    return extract
  }
}
