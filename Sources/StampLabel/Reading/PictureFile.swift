import CCairo
import CPoppler
import CTurboJPEG

/// Pictures of a PNG or JPEG file, or the pages of a PDF file.
enum PictureFile {
  /// Pages of a PDF file that are looked at.
  static let pageLimit = 10
  /// Points an inch at which pages are drawn.
  private static let resolution = 300.0

  /// Hands one picture after the other to `look` until it is content; false where the file cannot be read.
  static func pictures(_ bytes: [UInt8], look: (GreyImage) -> Bool) -> Bool {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return png(bytes).map { _ = look($0) } != nil }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return jpeg(bytes).map { _ = look($0) } != nil }
    if bytes.starts(with: Array("%PDF".utf8)) { return pdf(bytes, look) }
    return false
  }

  private static func png(_ bytes: [UInt8]) -> GreyImage? {
    struct Source {
      var rest: ArraySlice<UInt8>
    }
    guard bytes.count > 24 else { return nil }
    func number(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    guard GreyImage.fits(number(16), number(20)) else { return nil }
    var source = Source(rest: bytes[...])
    let surface = withUnsafeMutablePointer(to: &source) { pointer in
      cairo_image_surface_create_from_png_stream(
        { closure, data, count in
          guard let source = closure?.assumingMemoryBound(to: Source.self), let data,
            source.pointee.rest.count >= Int(count)
          else { return CAIRO_STATUS_READ_ERROR }
          for index in 0..<Int(count) {
            data[index] = source.pointee.rest[source.pointee.rest.startIndex + index]
          }
          source.pointee.rest = source.pointee.rest.dropFirst(Int(count))
          return CAIRO_STATUS_SUCCESS
        }, pointer)
    }
    guard let surface else { return nil }
    defer { cairo_surface_destroy(surface) }
    return onWhite(surface)
  }

  /// The picture on white paper, in grey.
  private static func onWhite(_ source: OpaquePointer) -> GreyImage? {
    let (width, height) = (cairo_image_surface_get_width(source), cairo_image_surface_get_height(source))
    guard cairo_surface_status(source) == CAIRO_STATUS_SUCCESS, GreyImage.fits(Int(width), Int(height)),
      let paper = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height),
      let context = cairo_create(paper)
    else { return nil }
    defer {
      cairo_destroy(context)
      cairo_surface_destroy(paper)
    }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_set_source_surface(context, source, 0, 0)
    cairo_paint(context)
    return grey(paper)
  }

  private static func grey(_ surface: OpaquePointer) -> GreyImage? {
    cairo_surface_flush(surface)
    let (width, height) = (
      Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface))
    )
    guard let data = cairo_image_surface_get_data(surface) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(surface))
    var points = [UInt8](repeating: 255, count: width * height)
    for row in 0..<height {
      for column in 0..<width {
        let at = row * stride + column * 4
        points[row * width + column] = UInt8((Int(data[at]) + 2 * Int(data[at + 1]) + Int(data[at + 2])) / 4)
      }
    }
    return GreyImage(width: width, height: height, points: points)
  }

  private static func jpeg(_ bytes: [UInt8]) -> GreyImage? {
    guard let handle = tjInitDecompress() else { return nil }
    defer { tjDestroy(handle) }
    var (width, height, sampling, space) = (Int32(0), Int32(0), Int32(0), Int32(0))
    let size = UInt(bytes.count)
    guard tjDecompressHeader3(handle, bytes, size, &width, &height, &sampling, &space) == 0,
      GreyImage.fits(Int(width), Int(height))
    else { return nil }
    var points = [UInt8](repeating: 255, count: Int(width) * Int(height))
    let code = tjDecompress2(handle, bytes, size, &points, width, 0, height, Int32(TJPF_GRAY.rawValue), 0)
    guard code == 0 || tjGetErrorCode(handle) == Int32(TJERR_WARNING.rawValue) else { return nil }
    return GreyImage(width: Int(width), height: Int(height), points: points)
  }

  private static func pdf(_ bytes: [UInt8], _ look: (GreyImage) -> Bool) -> Bool {
    guard let data = g_bytes_new(bytes, gsize(bytes.count)) else { return false }
    defer { g_bytes_unref(data) }
    guard let document = poppler_document_new_from_bytes(data, nil, nil) else { return false }
    defer { g_object_unref(UnsafeMutableRawPointer(document)) }
    var wasRead = false
    for number in 0..<min(Int(poppler_document_get_n_pages(document)), pageLimit) {
      guard let page = poppler_document_get_page(document, Int32(number)) else { continue }
      defer { g_object_unref(UnsafeMutableRawPointer(page)) }
      guard let image = drawn(page) else { continue }
      wasRead = true
      if look(image) { break }
    }
    return wasRead
  }

  private static func drawn(_ page: OpaquePointer) -> GreyImage? {
    var (wide, high) = (0.0, 0.0)
    poppler_page_get_size(page, &wide, &high)
    guard wide > 0, high > 0, wide < 14_400, high < 14_400 else { return nil }
    let scale = min(resolution / 72, 6_000 / max(wide, high))
    let (width, height) = (Int32(wide * scale), Int32(high * scale))
    guard GreyImage.fits(Int(width), Int(height)),
      let paper = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height),
      let context = cairo_create(paper)
    else { return nil }
    defer {
      cairo_destroy(context)
      cairo_surface_destroy(paper)
    }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    poppler_page_render(page, context)
    return grey(paper)
  }
}
