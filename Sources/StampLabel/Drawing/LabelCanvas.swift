import CCairo

/// A page of a PDF or SVG file in millimetres; what is drawn goes into memory.
final class LabelCanvas {
  enum Colour {
    case black, red, grey, pale
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }

  private let sink = Sink()
  private let surface: OpaquePointer
  let context: OpaquePointer

  /// Nil where cairo has no memory.
  init?(width: Double, height: Double, isPDF: Bool, title: String) {
    let points = 72 / 25.4
    let write: cairo_write_func_t = { closure, data, count in
      guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
      Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue().bytes += UnsafeBufferPointer(
        start: data, count: Int(count))
      return CAIRO_STATUS_SUCCESS
    }
    let closure = Unmanaged.passUnretained(sink).toOpaque()
    let made =
      isPDF
      ? cairo_pdf_surface_create_for_stream(write, closure, width * points, height * points)
      : cairo_svg_surface_create_for_stream(write, closure, width * points, height * points)
    guard let made, let context = cairo_create(made) else { return nil }
    (surface, self.context) = (made, context)
    if isPDF {
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "airseal")
    }
    cairo_scale(context, points, points)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Ends the file; nil where drawing failed.
  func finish() -> [UInt8]? {
    cairo_show_page(context)
    guard cairo_status(context) == CAIRO_STATUS_SUCCESS else { return nil }
    cairo_surface_finish(surface)
    return cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS ? sink.bytes : nil
  }

  func colour(_ colour: Colour) {
    switch colour {
    case .black: cairo_set_source_rgb(context, 0, 0, 0)
    case .red: cairo_set_source_rgb(context, 0.72, 0.07, 0.11)
    case .grey: cairo_set_source_rgb(context, 0.25, 0.25, 0.25)
    case .pale: cairo_set_source_rgba(context, 0.72, 0.07, 0.11, 0.28)
    }
  }

  func font(_ face: OpaquePointer, _ size: Double) {
    cairo_set_font_face(context, face)
    cairo_set_font_size(context, size)
  }

  /// Advance of a text in the current font.
  func width(_ text: String) -> Double {
    var extents = cairo_text_extents_t()
    cairo_text_extents(context, text, &extents)
    return extents.x_advance
  }

  /// Draws a text with its beginning on the baseline.
  func text(_ text: String, x: Double, y: Double) {
    cairo_move_to(context, x, y)
    cairo_show_text(context, text)
  }

  func centred(_ text: String, x: Double, y: Double) { self.text(text, x: x - width(text) / 2, y: y) }

  func line(fromX: Double, y: Double, toX: Double, thickness: Double) {
    cairo_set_line_width(context, thickness)
    cairo_move_to(context, fromX, y)
    cairo_line_to(context, toX, y)
    cairo_stroke(context)
  }

  func frame(inset: Double, width: Double, height: Double, radius: Double, thickness: Double) {
    let (right, bottom) = (width - inset, height - inset)
    cairo_new_sub_path(context)
    cairo_arc(context, right - radius, inset + radius, radius, -.pi / 2, 0)
    cairo_arc(context, right - radius, bottom - radius, radius, 0, .pi / 2)
    cairo_arc(context, inset + radius, bottom - radius, radius, .pi / 2, .pi)
    cairo_arc(context, inset + radius, inset + radius, radius, .pi, 1.5 * .pi)
    cairo_close_path(context)
    cairo_set_line_width(context, thickness)
    cairo_stroke(context)
  }

  /// Draws a QR code with its margin into a square.
  func code(_ symbol: QRSymbol, x: Double, y: Double, side: Double) {
    let square = side / Double(symbol.size + 2 * QRSymbol.margin)
    let (left, top) = (x + Double(QRSymbol.margin) * square, y + Double(QRSymbol.margin) * square)
    for row in 0..<symbol.size {
      var column = 0
      while column < symbol.size {
        let start = column
        while column < symbol.size, symbol.isDark(row, column) { column += 1 }
        if column > start {
          cairo_rectangle(
            context, left + Double(start) * square, top + Double(row) * square,
            Double(column - start) * square, square)
        }
        column += 1
      }
    }
    cairo_fill(context)
  }
}
