/// Collects lines of text; every text is made harmless to a terminal before it is written.
struct TextCanvas {
  let width: Int
  let color: Bool
  private(set) var lines: [String] = []

  init(width: Int, color: Bool) {
    self.width = width
    self.color = color
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func blank() {
    if lines.last != "" { lines.append("") }
  }

  mutating func rule() { lines.append(String(repeating: "─", count: width)) }

  mutating func heading(_ text: String) {
    blank()
    lines.append(TextStyle.bold.apply(Printable.neutral(text).uppercased(), color))
  }

  /// One line as it is, however long; parts carry styles of their own.
  mutating func line(_ parts: (text: String, style: TextStyle?)...) {
    lines.append(
      parts.map { part in
        let text = Printable.neutral(part.text)
        return part.style.map { $0.apply(text, color) } ?? text
      }.joined())
  }

  /// A paragraph, wrapped; `first` stands before its first line and the others are indented as far.
  mutating func paragraph(_ text: String, first: String = "", style: TextStyle? = nil) {
    let indent = String(repeating: " ", count: first.count)
    for (number, line) in Self.wrap(Printable.neutral(text), width - first.count).enumerated() {
      lines.append((number == 0 ? first : indent) + (style.map { $0.apply(line, color) } ?? line))
    }
  }

  /// A name and its value, the values in one column.
  mutating func field(_ name: String, _ value: String, column: Int, indent: Int = 0) {
    let name = Printable.neutral(name)
    let lead = String(repeating: " ", count: indent) + name
    let padding = String(repeating: " ", count: max(1, column + indent - lead.count))
    paragraph(value, first: lead + padding)
  }

  static func wrap(_ text: String, _ width: Int) -> [String] {
    let width = max(20, width)
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      var word = String(word)
      var count = word.count
      if length + (line.isEmpty ? 0 : 1) + count > width, !line.isEmpty {
        lines.append(line)
        line = ""
        length = 0
      }
      while count > width {
        lines.append(String(word.prefix(width)))
        word = String(word.dropFirst(width))
        count -= width
      }
      if !line.isEmpty {
        line += " "
        length += 1
      }
      line += word
      length += count
    }
    return lines + [line]
  }
}
