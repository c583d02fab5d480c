import Markings

/// Collects the text of WordprocessingML, DrawingML, charts, comments and VML: the runs of a paragraph joined, nested
/// paragraphs apart, deleted and hidden text apart from what shows.
struct OoxmlText: XmlHandler {
  private(set) var parts = TextParts()
  private var open: [Paragraph] = []
  private var style = Paragraph.Style()
  private var runDepth = 0
  private var textDepth = 0
  private var codeDepth = 0
  private var inserted = 0
  private var deleted = 0
  private var isInRunProperties = false
  private var kinds: [TextPart.Kind]
  private var rows = TableRows()
  private var code: [UInt8] = []
  private var alternative: (before: Int, after: Int)?
  private let isVml: Bool
  private let styles: [String: Paragraph.Style]
  /// The style of the paragraph's runs that name none.
  private var base = Paragraph.Style()

  /// `styles` are the named styles of the document, by id.
  init(
    _ kind: TextPart.Kind, page: Int? = nil, isVml: Bool = false, styles: [String: Paragraph.Style] = [:]
  ) {
    kinds = [kind]
    self.isVml = isVml
    self.styles = styles
    parts.page = page
  }

  mutating func start(_ tag: XmlTag, in xml: Span<UInt8>) {
    guard let element = OoxmlElement(code: tag.code) else { return }
    switch element {
    case .p, .text, .si, .is, .comment, .div: startParagraph(element)
    case .t, .delText: textDepth += 1
    case .font where isVml: textDepth += 1
    case .v: textDepth += 1
    case .instrText, .delInstrText: codeDepth += 1
    case .tab where !isInRunProperties && runDepth > 0: add(0x09)
    case .ptab: add(0x09)
    case .br, .cr: if !open.isEmpty { open[open.count - 1].finishLine(into: &parts) }
    case .noBreakHyphen: add(UInt8(ascii: "-"))
    case .del, .moveFrom: deleted += 1
    case .ins, .moveTo: inserted += 1
    case .r, .fld:
      runDepth += 1
      style = base
    case .rPr, .defRPr, .endParaRPr: startRunProperties(element, tag, xml)
    case .vanish, .caps, .smallCaps, .rFonts, .rFont, .latin: noteStyle(element, tag, xml)
    case .txbxContent: kinds.append(.textBox)
    case .tr: rows.startRow()
    case .tc: rows.startCell()
    case .pStyle: base = named(tag, xml) ?? base
    case .rStyle: if isInRunProperties { style = named(tag, xml)?.merged(over: style) ?? style }
    default: startOther(element, tag, xml)
    }
  }

  private func named(_ tag: XmlTag, _ xml: Span<UInt8>) -> Paragraph.Style? {
    styles.isEmpty ? nil : styles[tag.string("val", in: xml) ?? ""]
  }

  mutating func text(_ range: Range<Int>, isPlain: Bool, in xml: Span<UInt8>) {
    if codeDepth > 0 { return XmlText.append(range, isPlain: isPlain, in: xml, to: &code) }
    guard textDepth > 0 else { return }
    if open.isEmpty { return addLoose(range, isPlain, xml) }
    open[open.count - 1].add(style, change) { XmlText.append(range, isPlain: isPlain, in: xml, to: &$0) }
  }

  mutating func end(_ code: UInt8) {
    guard let element = OoxmlElement(code: code) else { return }
    switch element {
    case .p, .text, .si, .is, .comment, .div: endParagraph(element)
    case .t, .delText, .v: textDepth -= 1
    case .font where isVml: textDepth -= 1
    case .instrText, .delInstrText: endCode()
    case .del, .moveFrom: deleted -= 1
    case .ins, .moveTo: inserted -= 1
    case .r, .fld:
      runDepth -= 1
      style = Paragraph.Style()
    case .rPr, .defRPr, .endParaRPr: isInRunProperties = false
    case .txbxContent: if kinds.count > 1 { kinds.removeLast() }
    case .tr: rows.endRow()
    case .choice: alternative = alternative.map { ($0.before, parts.size(.textBox)) }
    case .fallback:
      if let alternative {
        parts.dropRepeat(.textBox, from: alternative.after, of: alternative.before..<alternative.after)
      }
      alternative = nil
    default: break
    }
  }

  /// Everything collected, the rows of tables apart.
  mutating func finished() -> [RawText] {
    while !open.isEmpty { endParagraph(.p) }
    let page = parts.page
    var texts = parts.finished()
    if !rows.lines.isEmpty {
      texts.append(RawText(kind: kinds[0], page: page, bytes: rows.lines, isEcho: true))
    }
    return texts
  }

  private var change: Paragraph.Change { deleted > 0 ? .deleted : inserted > 0 ? .inserted : .none }

  private mutating func add(_ byte: UInt8) {
    if !open.isEmpty { open[open.count - 1].add(byte: byte, change) }
  }

  /// Comments and strings are paragraphs of their own only where none stands inside them.
  private mutating func startParagraph(_ element: OoxmlElement) {
    if element == .text { textDepth += 1 }
    if element == .div {
      guard isVml else { return }
      textDepth += 1
    }
    if element == .comment || element == .si || element == .is { return }
    open.append(Paragraph(kinds.last ?? .body))
    base = styles[""] ?? Paragraph.Style()
  }

  private mutating func endParagraph(_ element: OoxmlElement) {
    if element == .text { textDepth -= 1 }
    if element == .div {
      guard isVml else { return }
      textDepth -= 1
    }
    if element == .comment || element == .si || element == .is { return }
    guard var paragraph = open.popLast() else { return }
    if rows.isOpen { rows.add(paragraph.text()) }
    paragraph.finishLine(into: &parts)
  }

  private mutating func addLoose(_ range: Range<Int>, _ isPlain: Bool, _ xml: Span<UInt8>) {
    var line: [UInt8] = []
    XmlText.append(range, isPlain: isPlain, in: xml, to: &line)
    let isNumber = line.allSatisfy { $0 < UInt8(ascii: ":") }
    if !isNumber { parts.add(kinds.last ?? .body, line) }
  }

  private mutating func endCode() {
    codeDepth -= 1
    guard codeDepth == 0 else { return }
    parts.add(.hidden, code)
    code.removeAll(keepingCapacity: true)
  }

  private mutating func startRunProperties(_ element: OoxmlElement, _ tag: XmlTag, _ xml: Span<UInt8>) {
    isInRunProperties = element == .rPr && runDepth > 0
    if isInRunProperties, tag.string("cap", in: xml) == "all" { style.isCapital = true }
  }

  private mutating func noteStyle(_ element: OoxmlElement, _ tag: XmlTag, _ xml: Span<UInt8>) {
    guard isInRunProperties else { return }
    switch element {
    case .vanish: style.isHidden = tag.isOn(in: xml)
    case .caps, .smallCaps: style.isCapital = style.isCapital || tag.isOn(in: xml)
    case .rFonts: style.font = legacyFont(tag.string("ascii", in: xml) ?? tag.string("hAnsi", in: xml))
    case .rFont: style.font = legacyFont(tag.string("val", in: xml))
    case .latin: style.font = legacyFont(tag.string("typeface", in: xml))
    default: break
    }
  }

  /// The letters of WordArt as the font of its style shows them.
  private static func art(_ tag: XmlTag, _ xml: Span<UInt8>) -> String? {
    guard let text = tag.string("string", in: xml), let style = tag.string("style", in: xml),
      let family = style.firstRange(of: "font-family:")
    else { return tag.string("string", in: xml) }
    let name = style[family.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" && $0 != "'" }
    return LegacyFont.decode(text, font: name)
  }

  private func legacyFont(_ name: String?) -> String? {
    guard let name, LegacyFont.isLegacy(name) else { return nil }
    return name
  }

  private mutating func startOther(_ element: OoxmlElement, _ tag: XmlTag, _ xml: Span<UInt8>) {
    switch element {
    case .textpath: add(.watermark, Self.art(tag, xml))
    case .docPr, .cNvPr:
      add(.label, tag.string("descr", in: xml))
      add(.label, tag.string("title", in: xml))
    case .cSld: add(.sheetName, tag.string("name", in: xml))
    case .default: add(.formField, tag.string("val", in: xml))
    case .hlinkClick, .hyperlink: add(.label, tag.string("tooltip", in: xml))
    case .bookmarkStart: add(.label, tag.string("name", in: xml))
    case .choice: alternative = (parts.size(.textBox), parts.size(.textBox))
    default: break
    }
  }

  private mutating func add(_ kind: TextPart.Kind, _ line: String?) {
    if let line { parts.add(kind, line) }
  }
}
