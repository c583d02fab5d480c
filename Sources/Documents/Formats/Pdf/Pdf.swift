import CPoppler
import Markings
import ParseWire

/// PDF (ISO 32000): text, form fields and notes page by page, attachments, bookmarks and properties.
struct Pdf: Format {
  static let pageLimit = 20_000

  let types: [FileType] = [.pdf]

  /// Makes poppler and fontconfig read their files: a page with a font that is not embedded.
  func warmUp() throws {
    try Self.sample.withUnsafeBytes { bytes in
      let pdf = try PdfDocument(bytes)
      _ = pdf.page(0)?.text()
      pdf.openExtra()
      _ = pdf.drawnText(0)
    }
  }

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    try file.bytes().withUnsafeBytes { try read(try PdfDocument($0), inner) }
  }

  private func read(_ document: PdfDocument, _ inner: InnerDocuments) throws -> Extract {
    var extract = Extract(.pdf)
    extract.pages = document.pageCount
    guard extract.pages > 0 else { throw Unreadable(.damaged) }
    document.openExtra()
    document.showAllLayers()
    for index in 0..<min(extract.pages, Self.pageLimit) {
      guard let page = document.page(index) else {
        extract.isPartial = true
        continue
      }
      read(page, index, document, &extract, inner)
    }
    if extract.pages > Self.pageLimit { extract.isPartial = true }
    readProperties(document, &extract)
    for attachment in document.attachments() { attachment.read(inner) }
    return extract
  }

  private func read(
    _ page: PdfPage, _ index: Int, _ document: PdfDocument, _ extract: inout Extract, _ inner: InnerDocuments
  ) {
    func add(_ kind: TextPart.Kind, _ text: String, _ places: [LinePlace]? = nil) {
      var bytes = Array(text.utf8)
      bytes.append(0x0A)
      extract.texts.append(RawText(kind: kind, page: index + 1, bytes: bytes, places: places))
    }
    let text = page.text()
    var hasText = text.utf8.contains { $0 > 0x20 }
    if hasText { add(.body, text, index == 0 ? page.places(of: text) : []) }
    let fields = page.fields()
    if !fields.isEmpty { add(.formField, fields.joined(separator: "\n")) }
    let notes = page.annotations(inner)
    if !notes.texts.isEmpty { add(.comment, notes.texts.joined(separator: "\n")) }
    if !fields.isEmpty || notes.isDrawn {
      let drawn = document.drawnText(index)
      if drawn.utf8.count > text.utf8.count { add(.comment, drawn) }
      hasText = hasText || drawn.utf8.contains { $0 > 0x20 }
    }
    if !hasText, page.hasImage { extract.imagePages += 1 }
  }

  private func readProperties(_ document: PdfDocument, _ extract: inout Extract) {
    var parts = TextParts()
    for entry in document.information() {
      for line in PlainText.lines(entry.value) where !line.isEmpty {
        if ["Title", "Subject"].contains(entry.key) {
          parts.add(.subject, line)
        } else {
          parts.add(.property, name: entry.key, value: line)
        }
      }
    }
    for title in document.bookmarks() { parts.add(.label, title) }
    parts.append(metadata(document.metadata()))
    extract.texts += parts.finished()
  }

  /// The properties of an XMP packet (ISO 16684-1).
  private func metadata(_ packet: String) -> TextParts {
    guard !packet.isEmpty else { return TextParts() }
    return XmlParser.parse(Array(packet.utf8), PropertyText.vocabulary) { PropertyText(.property) }.handler
      .parts
  }

  private static let sample = Array(
    """
    %PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
    4 0 obj<</Length 34>>stream
    BT /F 9 Tf 9 9 Td (warm up) Tj ET

    endstream endobj
    5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>endobj
    trailer<</Root 1 0 R>>
    """.utf8)
}
