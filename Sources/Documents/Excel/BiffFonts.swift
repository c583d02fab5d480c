import Markings

/// The fonts of an Excel workbook, as far as they decide how cells read.
struct BiffFonts {
  /// Fonts and cell formats that one workbook may have.
  static let limit = 100_000

  private var fonts: [LegacyFont?] = []
  private var formats: [Int] = []

  mutating func add(fontNamed name: String) {
    if fonts.count < Self.limit { fonts.append(LegacyFont(name: name)) }
  }

  mutating func add(formatWithFont number: Int) {
    if formats.count < Self.limit { formats.append(number) }
  }

  /// The font of a number; there is no font 4 ([MS-XLS] 2.5.129).
  func font(_ number: Int) -> LegacyFont? {
    let index = number > 4 ? number - 1 : number
    return index < fonts.count ? fonts[index] : nil
  }

  /// The font of a cell format.
  func font(format: Int) -> LegacyFont? { format < formats.count ? font(formats[format]) : nil }

  /// What a string reads in the font of its cell and those of its runs.
  func text(_ text: BiffText.Text, format: Int) -> String {
    guard fonts.contains(where: { $0 != nil }) else { return text.letters }
    var letters = ""
    var start = 0
    var current = font(format: format)
    for run in text.runs + [(text.units.count, 0)] where run.start >= start {
      let piece = String(decoding: text.units[start..<min(run.start, text.units.count)], as: UTF16.self)
      letters += current?.text(piece) ?? piece
      start = min(run.start, text.units.count)
      current = font(run.font)
    }
    return letters
  }
}
