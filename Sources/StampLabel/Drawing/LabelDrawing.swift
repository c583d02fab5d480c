import CCairo
import ParseWire

/// Draws a printed stamp.
public enum LabelDrawing {
  /// The file; nil where a letter is in no font, the text is too long for a QR code, or cairo fails.
  public static func draw(_ request: LabelRequest, fonts: LabelFonts) -> [UInt8]? {
    var texts = [request.issuer, request.heading, request.footer, request.notice ?? "", "…:"]
    for row in request.rows { texts += [row.caption, row.value] }
    guard texts.allSatisfy(fonts.cover), let symbol = QRSymbol(request.text),
      let canvas = LabelCanvas(
        width: request.width, height: request.height, isPDF: request.format == .pdf, title: request.heading)
    else { return nil }
    Page(request: request, canvas: canvas, fonts: fonts, symbol: symbol).draw()
    return canvas.finish()
  }

  private struct Page {
    let request: LabelRequest
    let canvas: LabelCanvas
    let fonts: LabelFonts
    let symbol: QRSymbol

    /// Lengths are parts of a label of 40 mm.
    var unit: Double { request.height / 40 }
    var top: Double { 9.7 * unit }
    var bottom: Double { request.height - 3.7 * unit }
    var edge: Double { 2.2 * unit }

    func draw() {
      canvas.colour(.red)
      canvas.frame(
        inset: 0.7 * unit, width: request.width, height: request.height, radius: 1.6 * unit,
        thickness: 0.35 * unit)
      heading()
      canvas.line(fromX: edge, y: top - 0.4 * unit, toX: request.width - edge, thickness: 0.2 * unit)
      canvas.line(fromX: edge, y: bottom, toX: request.width - edge, thickness: 0.12 * unit)
      canvas.colour(.black)
      let side = min(request.code, bottom - top)
      canvas.code(
        symbol, x: request.width - side - 1.2 * unit, y: top + (bottom - top - side) / 2, side: side)
      rows(width: request.width - side - edge - 1.4 * unit)
      canvas.colour(.grey)
      fit(request.footer, fonts.regular, 1.65 * unit)
      canvas.centred(request.footer, x: request.width / 2, y: request.height - 1.75 * unit)
      if let notice = request.notice { over(notice) }
    }

    private func heading() {
      canvas.colour(.black)
      fit(request.issuer, fonts.bold, 2.1 * unit)
      canvas.centred(request.issuer, x: request.width / 2, y: 3.6 * unit)
      canvas.colour(.red)
      fit(request.heading, fonts.bold, 4.7 * unit)
      canvas.centred(request.heading, x: request.width / 2, y: 8.3 * unit)
    }

    private func rows(width: Double) {
      let text = LabelText(
        request.rows, width: width, height: bottom - top - 0.8 * unit, scale: unit, canvas: canvas,
        fonts: fonts)
      var y = top + (bottom - top - text.height) / 2 + text.size * 0.92
      for (number, line) in text.lines.enumerated() {
        if line.isFirst, number > 0 { y += text.size * LabelText.rowGap }
        canvas.font(fonts.regular, text.size)
        canvas.colour(.grey)
        canvas.text(line.caption, x: edge, y: y)
        let indent = canvas.width(line.caption)
        canvas.font(line.isStrong ? fonts.bold : fonts.regular, text.size)
        canvas.colour(.black)
        canvas.text(line.value, x: edge + indent, y: y)
        y += text.size * LabelText.lineHeight
      }
    }

    /// Sets a font, smaller where the text is wider than the label.
    private func fit(_ text: String, _ face: OpaquePointer, _ size: Double) {
      canvas.font(face, size)
      let (wide, room) = (canvas.width(text), request.width - 2 * edge)
      if wide > room { canvas.font(face, size * room / wide) }
    }

    /// A word across the rows, beside the code, which must stay readable.
    private func over(_ notice: String) {
      let room = request.width - min(request.code, bottom - top) - 2 * edge
      canvas.font(fonts.bold, 6 * unit)
      let wide = canvas.width(notice)
      canvas.font(fonts.bold, 6 * unit * min(1, room / wide))
      canvas.colour(.pale)
      cairo_save(canvas.context)
      cairo_translate(canvas.context, edge + room / 2, (top + bottom) / 2)
      cairo_rotate(canvas.context, -0.28)
      canvas.centred(notice, x: 0, y: 2 * unit)
      cairo_restore(canvas.context)
    }
  }
}
