import CPdfExtra
import CPoppler
import Glibc

/// One PDF file, opened by poppler from bytes that outlive it.
final class PdfDocument {
  private static let bookmarkLimit = 20_000

  private let document: OpaquePointer
  private let bytes: UnsafeRawBufferPointer
  private var extra: OpaquePointer?

  /// Throws `Unreadable`: `encrypted` where a password is needed, `damaged` where it is no PDF.
  init(_ bytes: UnsafeRawBufferPointer) throws(Unreadable) {
    guard let data = g_bytes_new_static(bytes.baseAddress, gsize(bytes.count)) else {
      throw Unreadable(.readFailed)
    }
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
    guard let opened else { throw Unreadable(.damaged) }
    document = opened
    self.bytes = bytes
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(document))
    if let extra { airseal_pdf_close(extra) }
  }

  var pageCount: Int { Int(poppler_document_get_n_pages(document)) }

  func page(_ index: Int) -> PdfPage? { poppler_document_get_page(document, Int32(index)).map(PdfPage.init) }

  /// Opens the file for what `information` and `drawnText` need.
  func openExtra() {
    extra = airseal_pdf_open(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
  }

  /// Switches hidden layers on, so that their text is read too.
  func showAllLayers() {
    guard let layers = poppler_layers_iter_new(document) else { return }
    defer { poppler_layers_iter_free(layers) }
    show(layers, depth: 0)
  }

  private func show(_ layers: OpaquePointer, depth: Int) {
    guard depth < 20 else { return }
    repeat {
      if let layer = poppler_layers_iter_get_layer(layers) {
        poppler_layer_show(layer)
        g_object_unref(UnsafeMutableRawPointer(layer))
      }
      if let children = poppler_layers_iter_get_child(layers) {
        show(children, depth: depth + 1)
        poppler_layers_iter_free(children)
      }
    } while poppler_layers_iter_next(layers) != 0
  }

  /// The entries of the information dictionary.
  func information() -> [(key: String, value: String)] {
    final class Box { var entries: [(key: String, value: String)] = [] }
    guard let extra else {
      return [
        ("Title", PdfText.take(poppler_document_get_title(document))),
        ("Subject", PdfText.take(poppler_document_get_subject(document))),
        ("Keywords", PdfText.take(poppler_document_get_keywords(document))),
      ]
    }
    let box = Box()
    airseal_pdf_information(extra, Unmanaged.passUnretained(box).toOpaque()) { context, key, value in
      guard let context, let key, let value else { return }
      let entry = (key: String(cString: key), value: String(cString: value))
      Unmanaged<Box>.fromOpaque(context).takeUnretainedValue().entries.append(entry)
    }
    return withExtendedLifetime(box) { box.entries }
  }

  /// The XMP packet; empty without one.
  func metadata() -> String { PdfText.take(poppler_document_get_metadata(document)) }

  /// The text of a page as it is drawn with its annotations and fields, page from 0.
  func drawnText(_ page: Int) -> String {
    guard let extra, let text = airseal_pdf_drawn_text(extra, Int32(page)) else { return "" }
    defer { free(text) }
    return String(cString: text)
  }

  /// The titles of the outline.
  func bookmarks() -> [String] {
    var titles: [String] = []
    guard let index = poppler_index_iter_new(document) else { return [] }
    collect(index, &titles, depth: 0)
    poppler_index_iter_free(index)
    return titles
  }

  private func collect(_ index: OpaquePointer, _ titles: inout [String], depth: Int) {
    guard depth < 50 else { return }
    repeat {
      if let action = poppler_index_iter_get_action(index) {
        if let title = action.pointee.any.title { titles.append(String(cString: title)) }
        poppler_action_free(action)
      }
      if let child = poppler_index_iter_get_child(index) {
        collect(child, &titles, depth: depth + 1)
        poppler_index_iter_free(child)
      }
    } while titles.count < Self.bookmarkLimit && poppler_index_iter_next(index) != 0
  }

  /// The files that are attached to the document.
  func attachments() -> [PdfAttachment] {
    guard poppler_document_has_attachments(document) != 0 else { return [] }
    let list = poppler_document_get_attachments(document)
    defer { g_list_free(list) }
    var found: [PdfAttachment] = []
    var node = list
    while let current = node {
      if let data = current.pointee.data {
        found.append(PdfAttachment(data.assumingMemoryBound(to: PopplerAttachment.self)))
      }
      node = current.pointee.next
    }
    return found
  }
}

/// Texts that poppler hands over.
enum PdfText {
  static func take(_ text: UnsafeMutablePointer<CChar>?) -> String {
    guard let text else { return "" }
    defer { g_free(text) }
    return String(cString: text)
  }
}
