import CPoppler

/// A file inside a PDF.
final class PdfAttachment {
  private final class Sink {
    var bytes: [UInt8] = []
    let inner: InnerDocuments
    var isTooLarge = false

    init(_ inner: InnerDocuments) { self.inner = inner }
  }

  private let attachment: UnsafeMutablePointer<PopplerAttachment>

  /// Takes over a reference.
  init(_ attachment: UnsafeMutablePointer<PopplerAttachment>) { self.attachment = attachment }

  deinit { g_object_unref(UnsafeMutableRawPointer(attachment)) }

  /// Hands the file on as an inner document; what cannot be unpacked leaves its cause.
  func read(_ inner: InnerDocuments) {
    let sink = Sink(inner)
    let isSaved = poppler_attachment_save_to_callback(
      attachment,
      { buffer, count, context, _ in
        guard let buffer, let context else { return 0 }
        let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
        sink.isTooLarge = !sink.inner.hasRoom(for: sink.bytes.count + Int(count))
        if sink.isTooLarge { return 0 }
        let raw = UnsafeRawBufferPointer(start: buffer, count: Int(count))
        sink.bytes.append(contentsOf: raw)
        return 1
      }, Unmanaged.passUnretained(sink).toOpaque(), nil)
    let name = attachment.pointee.name.map { String(cString: $0) }
    if isSaved == 0 {
      if let name { inner.read(name: name) }
      return inner.fail(sink.isTooLarge ? .tooLarge : .damaged)
    }
    withExtendedLifetime(sink) { inner.read(sink.bytes, name: name) }
  }
}
