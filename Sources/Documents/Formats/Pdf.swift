import CPoppler
import Markings
import ParseWire

/// PDF (ISO 32000): the text layer page by page, and the document information.
struct Pdf: Format {
  static let pageLimit = 20_000

  let types: [FileType] = [.pdf]

  /// Makes poppler and fontconfig read their files: a page with a font that is not embedded.
  func warmUp() throws {
    _ = try extract(DocumentFile(bytes: Self.sample))
  }

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    try extract(file)
  }

  private func extract(_ file: DocumentFile) throws -> Extract {
    let data = try file.bytes().withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
    guard let data else { throw Unreadable(.readFailed) }
    defer { g_bytes_unref(data) }
    var error: UnsafeMutablePointer<GError>?
    let opened = poppler_document_new_from_bytes(data, nil, &error)
    if let error {
      let isEncrypted =
        error.pointee.domain == poppler_error_quark()
        && error.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue)
      g_error_free(error)
      throw Unreadable(isEncrypted ? .encrypted : .damaged)
    }
    guard let document = opened else { throw Unreadable(.damaged) }
    defer { g_object_unref(UnsafeMutableRawPointer(document)) }
    return try read(document)
  }

  private func read(_ document: OpaquePointer) throws -> Extract {
    var extract = Extract(.pdf)
    extract.pages = Int(poppler_document_get_n_pages(document))
    guard extract.pages > 0 else { throw Unreadable(.damaged) }
    for index in 0..<min(extract.pages, Self.pageLimit) {
      guard let page = poppler_document_get_page(document, Int32(index)) else {
        extract.isPartial = true
        continue
      }
      defer { g_object_unref(UnsafeMutableRawPointer(page)) }
      let lines = PlainText.lines(take(poppler_page_get_text(page)))
      if lines.contains(where: { line in line.contains { !$0.isWhitespace } }) {
        extract.parts.append(TextPart(.body, page: index + 1, lines: lines))
      } else if hasImage(page) {
        extract.imagePages += 1
      }
      let notes = annotations(page)
      if !notes.isEmpty { extract.parts.append(TextPart(.comment, page: index + 1, lines: notes)) }
    }
    if extract.pages > Self.pageLimit { extract.isPartial = true }
    let subjects = [take(poppler_document_get_title(document)), take(poppler_document_get_subject(document))]
    extract.parts.append(TextPart(.subject, lines: subjects.flatMap(PlainText.lines).filter { !$0.isEmpty }))
    let keywords = take(poppler_document_get_keywords(document))
    extract.parts.append(TextPart(.property, lines: PlainText.lines(keywords).filter { !$0.isEmpty }))
    return extract
  }

  private func hasImage(_ page: OpaquePointer) -> Bool {
    let images = poppler_page_get_image_mapping(page)
    defer { poppler_page_free_image_mapping(images) }
    return images != nil
  }

  private func annotations(_ page: OpaquePointer) -> [String] {
    let list = poppler_page_get_annot_mapping(page)
    defer { poppler_page_free_annot_mapping(list) }
    var lines: [String] = []
    var node = list
    while let current = node {
      if let mapping = current.pointee.data?.assumingMemoryBound(to: PopplerAnnotMapping.self),
        let annotation = mapping.pointee.annot
      {
        lines += PlainText.lines(take(poppler_annot_get_contents(annotation))).filter { !$0.isEmpty }
      }
      node = current.pointee.next
    }
    return lines
  }

  private func take(_ text: UnsafeMutablePointer<CChar>?) -> String {
    guard let text else { return "" }
    defer { g_free(text) }
    return String(cString: text)
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
