import CPoppler
import Markings

/// One page of a PDF.
final class PdfPage {
  /// What the notes on a page say, and whether some are drawn on it.
  struct Notes {
    var texts: [String] = []
    var isDrawn = false
  }

  private let page: OpaquePointer

  /// Takes over a reference.
  init(_ page: OpaquePointer) { self.page = page }

  deinit { g_object_unref(UnsafeMutableRawPointer(page)) }

  /// The text layer in reading order.
  func text() -> String { PdfText.take(poppler_page_get_text(page)) }

  /// Where the lines of the text layer stand; nil where poppler does not tell.
  func places(of text: String) -> [LinePlace]? {
    var boxes: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    guard poppler_page_get_text_layout(page, &boxes, &count) != 0, let boxes else { return nil }
    defer { g_free(boxes) }
    var (width, height) = (0.0, 0.0)
    poppler_page_get_size(page, &width, &height)
    guard width > 0, height > 0 else { return nil }
    var places: [LinePlace] = []
    var start = 0
    // One box for each letter, line ends among them.
    for line in PlainText.lines(text) {
      let end = start + line.unicodeScalars.count
      guard end <= Int(count) else { return nil }
      var place = LinePlace(left: 1, top: 1, right: 0, bottom: 0)
      for box in UnsafeBufferPointer(start: boxes + start, count: end - start) {
        place.left = min(place.left, box.x1 / width)
        place.right = max(place.right, box.x2 / width)
        place.top = min(place.top, box.y1 / height)
        place.bottom = max(place.bottom, box.y2 / height)
      }
      places.append(place)
      start = end + 1
    }
    return places
  }

  var hasImage: Bool {
    let images = poppler_page_get_image_mapping(page)
    defer { poppler_page_free_image_mapping(images) }
    return images != nil
  }

  /// What the fields of forms hold.
  func fields() -> [String] {
    let list = poppler_page_get_form_field_mapping(page)
    defer { poppler_page_free_form_field_mapping(list) }
    var texts: [String] = []
    var node = list
    while let current = node {
      if let mapping = current.pointee.data?.assumingMemoryBound(to: PopplerFormFieldMapping.self),
        let field = mapping.pointee.field
      {
        texts += Self.texts(field)
      }
      node = current.pointee.next
    }
    return texts.filter { !$0.isEmpty }
  }

  private static func texts(_ field: OpaquePointer) -> [String] {
    var texts = [PdfText.take(poppler_form_field_get_alternate_ui_name(field))]
    switch poppler_form_field_get_field_type(field) {
    case POPPLER_FORM_FIELD_TEXT:
      texts += PlainText.lines(PdfText.take(poppler_form_field_text_get_text(field)))
    case POPPLER_FORM_FIELD_CHOICE:
      for item in 0..<max(0, poppler_form_field_choice_get_n_items(field))
      where poppler_form_field_choice_is_item_selected(field, item) != 0 {
        texts.append(PdfText.take(poppler_form_field_choice_get_item(field, item)))
      }
      texts.append(PdfText.take(poppler_form_field_choice_get_text(field)))
    default: break
    }
    return texts
  }

  /// Notes and stamps on the page; files attached to it go to `inner`.
  func annotations(_ inner: InnerDocuments) -> Notes {
    let list = poppler_page_get_annot_mapping(page)
    defer { poppler_page_free_annot_mapping(list) }
    var notes = Notes()
    var node = list
    while let current = node {
      if let mapping = current.pointee.data?.assumingMemoryBound(to: PopplerAnnotMapping.self),
        let annotation = mapping.pointee.annot
      {
        read(annotation, &notes, inner)
      }
      node = current.pointee.next
    }
    return notes
  }

  private func read(_ annotation: OpaquePointer, _ notes: inout Notes, _ inner: InnerDocuments) {
    notes.texts += PlainText.lines(PdfText.take(poppler_annot_get_contents(annotation))).filter {
      !$0.isEmpty
    }
    let type = poppler_annot_get_annot_type(annotation)
    switch type {
    case POPPLER_ANNOT_LINK, POPPLER_ANNOT_POPUP: break
    case POPPLER_ANNOT_FILE_ATTACHMENT:
      if let attachment = poppler_annot_file_attachment_get_attachment(annotation) {
        PdfAttachment(attachment).read(inner)
      }
    default: notes.isDrawn = true
    }
  }
}
