import CQrencode

/// The squares of a QR code (ISO/IEC 18004).
struct QRSymbol {
  /// Squares that must stay light around it.
  static let margin = 4

  /// Squares of a side.
  let size: Int
  private let dark: [Bool]

  /// Nil where the text is too long; corrects up to 15 of 100 damaged parts, 7 for long texts.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let level = bytes.count > 700 ? QR_ECLEVEL_L : QR_ECLEVEL_M
    guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, level) else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    size = width
    dark = (0..<width * width).map { code.pointee.data[$0] & 1 == 1 }
  }

  func isDark(_ row: Int, _ column: Int) -> Bool { dark[row * size + column] }
}
