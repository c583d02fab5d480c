import Markings

/// One paragraph while its runs are read: as it shows, as it was before tracked changes, and what it hides.
struct Paragraph {
  /// How a run shows its letters.
  struct Style: Equatable {
    /// A font of an encoding from before Unicode.
    var font: String?
    var isCapital = false
    var isHidden = false

    /// The style of a span inside a text of another style.
    func merged(over outer: Style?) -> Style {
      guard let outer else { return self }
      return Style(
        font: font ?? outer.font, isCapital: isCapital || outer.isCapital,
        isHidden: isHidden || outer.isHidden)
    }

    var isPlain: Bool { font == nil && !isCapital }
  }

  /// How a tracked change touches a run.
  enum Change { case none, inserted, deleted }

  var kind: TextPart.Kind
  private var shown: [UInt8] = []
  private var before: [UInt8] = []
  private var concealed: [UInt8] = []
  private var hasChanges = false
  private var style = Style()
  private var styledFrom = 0

  init(_ kind: TextPart.Kind) { self.kind = kind }

  var isEmpty: Bool { shown.isEmpty && before.isEmpty && concealed.isEmpty }

  /// Adds the text of a run.
  mutating func add(_ style: Style, _ change: Change, _ append: (inout [UInt8]) -> Void) {
    if style.isHidden { return Self.add(style, to: &concealed, append) }
    if change != .none { noteChanges() }
    if change != .inserted, hasChanges { Self.add(style, to: &before, append) }
    guard change != .deleted else { return }
    if style != self.style { settle(to: style) }
    append(&shown)
  }

  mutating func add(byte: UInt8, _ change: Change) {
    add(style, change) { $0.append(byte) }
  }

  /// Ends the line; the paragraph goes on with the next.
  mutating func finishLine(into parts: inout TextParts) {
    settle(to: Style())
    parts.add(kind, shown)
    if hasChanges, before != shown { parts.add(.deleted, before) }
    if !concealed.isEmpty { parts.add(.hidden, concealed) }
    shown.removeAll(keepingCapacity: true)
    before.removeAll(keepingCapacity: true)
    concealed.removeAll(keepingCapacity: true)
    hasChanges = false
    styledFrom = 0
  }

  /// Adds what the paragraph hides, and only that.
  mutating func finishHidden(into parts: inout TextParts) {
    if !concealed.isEmpty { parts.add(.hidden, concealed) }
    concealed.removeAll(keepingCapacity: true)
  }

  /// What shows so far.
  mutating func text() -> [UInt8] {
    settle(to: Style())
    return shown
  }

  private mutating func noteChanges() {
    guard !hasChanges else { return }
    settle(to: Style())
    hasChanges = true
    before = shown
  }

  private static func add(_ style: Style, to text: inout [UInt8], _ append: (inout [UInt8]) -> Void) {
    if style.isPlain { return append(&text) }
    var run: [UInt8] = []
    append(&run)
    text += letters(run[...], style)
  }

  /// Turns what stands in the style so far into the letters that it shows.
  private mutating func settle(to next: Style) {
    if !style.isPlain, styledFrom < shown.count {
      let letters = Self.letters(shown[styledFrom...], style)
      shown.replaceSubrange(styledFrom..., with: letters)
    }
    style = next
    styledFrom = shown.count
  }

  private static func letters(_ bytes: ArraySlice<UInt8>, _ style: Style) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    if let font = style.font { text = LegacyFont.decode(text, font: font) }
    return Array((style.isCapital ? text.uppercased() : text).utf8)
  }
}
