import Markings
import ParseWire

/// A document in an OLE2 storage: what kind it is follows from its streams; storages inside are read as well.
struct OleDocument {
  /// Storages that may stand in one another.
  static let depthLimit = 16

  private let storage: OleStorage
  private let inner: InnerDocuments
  private let depth: Int

  init(_ storage: OleStorage, _ inner: InnerDocuments, depth: Int = 0) {
    self.storage = storage
    self.inner = inner
    self.depth = depth
  }

  /// The text of the document and of the objects in it; throws `Unreadable`.
  func read() throws(Unreadable) -> Extract {
    guard depth < Self.depthLimit else { throw Unreadable(.tooDeep) }
    if storage.has("EncryptedPackage") || storage.has("DRMContent") || storage.has("\u{9}DRMContent") {
      throw Unreadable(.encrypted)
    }
    var extract = try content()
    if extract.type == .msg { return extract }
    for name in ["\u{5}SummaryInformation", "\u{5}DocumentSummaryInformation"] {
      guard let stream = try storage.stream(name) else { continue }
      do throws(Unreadable) {
        extract.parts += try PropertySet.parts(stream)
      } catch { extract.isPartial = true }
    }
    try readObjects(&extract)
    return extract
  }

  private func content() throws(Unreadable) -> Extract {
    if let stream = try storage.stream("WordDocument") {
      let storage = storage
      return try WordReader.read(stream) { name throws(Unreadable) in try storage.stream(name) }
    }
    if storage.has("Workbook") || storage.has("Book") { return try workbook() }
    if let stream = try storage.stream("PowerPoint Document") { return try slides(stream) }
    if storage.has("__properties_version1.0") { return try MessageReader.read(storage, inner, depth: depth) }
    for name in ["Package", "CONTENTS"] {
      if let bytes = try storage.stream(name) { inner.read(bytes) }
    }
    if let bytes = try storage.stream("\u{1}Ole10Native"),
      let package = try OlePackage.content(BoundedBytes(bytes))
    {
      inner.read(Array(package.bytes.all), name: package.name)
    }
    return Extract(kindWithoutText)
  }

  /// A workbook saved for two versions of Excel holds two streams.
  private func workbook() throws(Unreadable) -> Extract {
    var extract = Extract(.xls)
    for name in ["Workbook", "Book"] {
      guard let stream = try storage.stream(name) else { continue }
      let part = try BiffReader.read(stream)
      extract.parts += part.parts
      extract.isPartial = extract.isPartial || part.isPartial
    }
    return extract
  }

  private func slides(_ stream: [UInt8]) throws(Unreadable) -> Extract {
    if let user = try storage.stream("Current User"), user.count >= 16,
      try BoundedBytes(user).u32(12) == 0xF3D1_C4DF
    {
      throw Unreadable(.encrypted)
    }
    let (extract, objects) = try SlidesReader.read(stream)
    for object in objects {
      guard inner.hasRoom(for: object.size) else {
        inner.fail(.tooLarge)
        continue
      }
      guard object.isPacked else {
        inner.read(Array(object.bytes))
        continue
      }
      guard let bytes = Zlib.unpack(object.bytes, size: object.size) else {
        inner.fail(.damaged)
        continue
      }
      inner.read(bytes)
    }
    return extract
  }

  /// The type of a storage that holds none of the documents above; throws nothing: a caller may know better.
  private var kindWithoutText: FileType {
    if storage.has("Catalog") || storage.names.contains(where: Self.isInstallerStream) { return .other }
    return .ole
  }

  /// Streams of Windows Installer packages have names of letters between U+3800 and U+4840.
  private static func isInstallerStream(_ name: String) -> Bool {
    name.unicodeScalars.first?.value == 0x4840
  }

  private func readObjects(_ extract: inout Extract) throws(Unreadable) {
    for name in storage.names {
      guard let object = storage.storage(name) else { continue }
      if name == "MsoDataStore" {
        readItems(object)
        continue
      }
      let document = OleDocument(object, inner, depth: depth + 1)
      do throws(Unreadable) {
        let part = try document.read()
        extract.parts += part.parts
        extract.isPartial = extract.isPartial || part.isPartial
      } catch { inner.fail(error.cause) }
    }
  }

  /// XML data that programs and sensitivity labels keep in a document.
  private func readItems(_ store: OleStorage) {
    for name in store.names {
      do throws(Unreadable) {
        if let item = try store.storage(name)?.stream("Item") { inner.read(item) }
      } catch { inner.fail(error.cause) }
    }
  }
}
