import ParseWire

/// Rows of a label, broken into lines that fit a width.
struct LabelText {
  struct Line {
    var caption = ""
    var value: String
    var isStrong: Bool
    var isFirst: Bool
  }

  let lines: [Line]
  let size: Double
  let height: Double

  /// Millimetres of the largest and smallest letters.
  static let sizes = (largest: 2.5, smallest: 1.4)
  static let lineHeight = 1.28
  static let rowGap = 0.42

  /// The largest letters with which the rows fit, `scale` times the usual ones at most; the smallest ones cut what is
  /// still too long.
  init(
    _ rows: [LabelRequest.Row], width: Double, height room: Double, scale: Double, canvas: LabelCanvas,
    fonts: LabelFonts
  ) {
    var size = Self.sizes.largest * scale
    while true {
      let isLast = size <= Self.sizes.smallest
      let limit = isLast ? 2 : 3
      let lines = rows.flatMap { Self.broken($0, width: width, size: size, limit: limit, canvas, fonts) }
      let height = size * (Double(lines.count) * Self.lineHeight + Double(rows.count - 1) * Self.rowGap)
      if isLast || height <= room && !lines.contains(where: { $0.value.hasSuffix("…") }) {
        (self.lines, self.size, self.height) = (lines, size, height)
        return
      }
      size -= 0.05
    }
  }

  private static func broken(
    _ row: LabelRequest.Row, width: Double, size: Double, limit: Int, _ canvas: LabelCanvas,
    _ fonts: LabelFonts
  ) -> [Line] {
    canvas.font(fonts.regular, size)
    let caption = row.caption.isEmpty ? "" : row.caption + ": "
    var left = width - canvas.width(caption)
    canvas.font(row.isStrong ? fonts.bold : fonts.regular, size)
    var texts: [String] = []
    var current = ""
    for word in row.value.split(separator: " ").flatMap({ pieces(String($0), width: width, canvas) }) {
      let longer = current.isEmpty ? word : current + " " + word
      if canvas.width(longer) <= left {
        current = longer
        continue
      }
      texts.append(current)
      current = word
      left = width
    }
    texts.append(current)
    if texts.count > limit {
      texts = Array(texts.prefix(limit))
      var last = texts[limit - 1]
      while !last.isEmpty, canvas.width(last + "…") > width { last.removeLast() }
      texts[limit - 1] = last + "…"
    }
    return texts.enumerated().map { number, text in
      Line(caption: number == 0 ? caption : "", value: text, isStrong: row.isStrong, isFirst: number == 0)
    }
  }

  /// A word that is wider than the column, in parts.
  private static func pieces(_ word: String, width: Double, _ canvas: LabelCanvas) -> [String] {
    guard canvas.width(word) > width else { return [word] }
    var parts = [""]
    for letter in word {
      if canvas.width(parts[parts.count - 1] + String(letter)) > width { parts.append("") }
      parts[parts.count - 1].append(letter)
    }
    return parts
  }
}
