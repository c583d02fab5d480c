import Markings
import ParseWire

/// OpenDocument texts, sheets, presentations and drawings (ISO/IEC 26300), also templates and embedded objects.
struct Odf: Format {
  let types: [FileType] = [.odt, .odf]

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    let zip = try Zip(file)
    if zip.directory.isDamaged { inner.fail(.damaged) }
    var extract = Extract(.odf)
    var hasPicture = false
    if let entry = zip.entry("mimetype") {
      let type = String(decoding: try zip.content(entry).bytes.prefix(100), as: UTF8.self)
      if type.hasPrefix("application/vnd.oasis.opendocument.text") { extract.type = .odt }
    }
    if try isEncrypted(zip) { throw Unreadable(.encrypted) }
    var styles: [String: Paragraph.Style] = [:]
    if let entry = zip.entry("styles.xml"), let bytes = try content(zip, entry, inner) {
      extract.texts += Self.texts(bytes, inner, &styles)
    }
    for entry in zip.entries where !entry.isFolder && entry.name != "styles.xml" {
      switch Role(entry.name) {
      case .none: continue
      case .picture: hasPicture = true
      case .text:
        guard let bytes = try content(zip, entry, inner) else { continue }
        var own = entry.name == "content.xml" ? styles : [:]
        extract.texts += Self.texts(bytes, inner, &own)
      case .inner:
        if let bytes = try content(zip, entry, inner) { inner.read(bytes) }
      }
    }
    let hasText = extract.texts.contains { $0.kind != .property && $0.kind != .subject && $0.hasLetters }
    if !hasText, hasPicture { extract.imagePages = 1 }
    return extract
  }

  /// The text of one XML file of OpenDocument, or of a flat document.
  static func texts(_ bytes: [UInt8], _ inner: InnerDocuments) -> [RawText] {
    var styles: [String: Paragraph.Style] = [:]
    return texts(bytes, inner, &styles)
  }

  /// `styles` are those that hold for the file, and afterwards also those that it declares.
  private static func texts(
    _ bytes: [UInt8], _ inner: InnerDocuments, _ styles: inout [String: Paragraph.Style]
  ) -> [RawText] {
    let isSheet = bytes.containsBytes(Array(":spreadsheet".utf8))
    let result = XmlParser.parse(bytes, OdfText.vocabulary) { OdfText(isSheet: isSheet, styles: styles) }
    if !result.isWellFormed { inner.fail(.damaged) }
    var text = result.handler
    styles = text.styles
    return text.finished()
  }

  private enum Role {
    case text, picture, inner, none

    init(_ name: String) {
      let stem = name.split(separator: "/").last ?? ""
      if ["content.xml", "styles.xml", "meta.xml"].contains(stem) {
        self = .text
      } else if name.hasPrefix("Pictures/") || name.hasPrefix("media/") {
        self = .picture
      } else if name.hasPrefix("META-INF/") || name.hasPrefix("Thumbnails/")
        || name.hasPrefix("ObjectReplacements/")
        || name.hasPrefix("Configurations2/") || name.hasPrefix("Fonts/") || stem.hasSuffix(".xml")
        || stem.hasSuffix(".rdf") || ["mimetype", "layout-cache"].contains(stem)
      {
        self = .none
      } else {
        self = .inner
      }
    }
  }

  private func isEncrypted(_ zip: Zip) throws -> Bool {
    guard let entry = zip.entry("META-INF/manifest.xml") else { return false }
    let manifest = try zip.content(entry)
    return manifest.bytes.containsBytes(Array("encryption-data".utf8))
  }

  private func content(_ zip: Zip, _ entry: ZipEntry, _ inner: InnerDocuments) throws -> [UInt8]? {
    let content = try zip.content(entry)
    if content.cause != .none { inner.fail(content.cause) }
    return content.bytes.isEmpty ? nil : content.bytes
  }
}
