import Markings

/// The named styles of a text document (ECMA-376, 17.7), as far as they decide how runs read or whether they show.
struct StyleSheet: XmlHandler {
  private enum Element: String, CaseIterable {
    case style, basedOn, rPr, rFonts, vanish, caps, smallCaps, rPrDefault
  }

  static let vocabulary = XmlVocabulary(Element.allCases.map(\.rawValue))
  private static let all = Element.allCases

  /// By id; the style of paragraphs that name none has the empty id.
  private(set) var styles: [String: Paragraph.Style] = [:]
  private var id: String?
  private var isDefault = false
  private var style = Paragraph.Style()
  private var isInRunProperties = false

  mutating func start(_ tag: XmlTag, in xml: Span<UInt8>) {
    guard tag.code > 0 else { return }
    switch Self.all[Int(tag.code) - 1] {
    case .rPrDefault: begin("")
    case .style:
      begin(tag.string("styleId", in: xml))
      let isParagraph = tag.string("type", in: xml) == "paragraph"
      isDefault = isParagraph && ["1", "true", "on"].contains(tag.string("default", in: xml))
    case .basedOn: style = tag.string("val", in: xml).flatMap { styles[$0] } ?? style
    case .rPr: isInRunProperties = true
    case .rFonts:
      guard isInRunProperties, let font = tag.string("ascii", in: xml) ?? tag.string("hAnsi", in: xml) else {
        return
      }
      style.font = LegacyFont.isLegacy(font) ? font : nil
    case .vanish: if isInRunProperties { style.isHidden = tag.isOn(in: xml) }
    case .caps, .smallCaps: if isInRunProperties { style.isCapital = tag.isOn(in: xml) }
    }
  }

  mutating func text(_ range: Range<Int>, isPlain: Bool, in xml: Span<UInt8>) {}

  mutating func end(_ code: UInt8) {
    guard code > 0 else { return }
    switch Self.all[Int(code) - 1] {
    case .rPr: isInRunProperties = false
    case .style, .rPrDefault:
      guard let id else { return }
      if style != Paragraph.Style() { styles[id] = style }
      if isDefault { styles[""] = style }
      self.id = nil
    default: break
    }
  }

  private mutating func begin(_ id: String?) {
    self.id = id
    isDefault = false
    style = styles[""] ?? Paragraph.Style()
  }
}
