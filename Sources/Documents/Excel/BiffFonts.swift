import Markings

/// The fonts of an Excel workbook, as far as they decide how cells read.
struct BiffFonts {
  /// Fonts and cell formats that one workbook may have.
  static let limit = 100_000

  private var fonts: [LegacyFont?] = []
  private var formats: [Int] = []
  private let skipsFour: Bool

  /// The streams of before 2007 have no font 4 ([MS-XLS] 2.5.129); binary workbooks have.
  init(skipsFour: Bool = true) { self.skipsFour = skipsFour }

  mutating func add(fontNamed name: String) {
    if fonts.count < Self.limit { fonts.append(LegacyFont(name: name)) }
  }

  mutating func add(formatWithFont number: Int) {
    if formats.count < Self.limit { formats.append(number) }
  }

  /// The font of a number.
  func font(_ number: Int) -> LegacyFont? {
    let index = skipsFour && number > 4 ? number - 1 : number
    return index < fonts.count ? fonts[index] : nil
  }

  /// The font of a cell format.
  func font(format: Int) -> LegacyFont? { formats.indices.contains(format) ? font(formats[format]) : nil }

  /// What a string reads in the font of its cell and those of its runs.
  func text(_ text: BiffText.Text, format: Int) -> String {
    guard fonts.contains(where: { $0 != nil }) else { return text.letters }
    var letters = ""
    var piece: [UInt16] = []
    var start = 0
    var current = font(format: format)
    func flush() {
      let shown = String(decoding: piece, as: UTF16.self)
      letters += current?.text(shown) ?? shown
      piece = []
    }
    for run in text.runs + [(text.units.count, 0)] where run.start >= start {
      let end = min(run.start, text.units.count)
      piece += text.units[start..<end]
      start = end
      // A letter and its mark may stand in two runs.
      let next = font(run.font)
      if next == current, end < text.units.count { continue }
      flush()
      current = next
    }
    return letters
  }
}
