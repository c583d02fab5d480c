import Markings

/// Collects the text of OpenDocument content, styles and flat files (ISO/IEC 26300): paragraphs by their place, rows of
/// tables, names of sheets and slides, deleted and hidden text, fields of forms.
struct OdfText: XmlHandler {
  enum Element: String, CaseIterable {
    case p, h, s, tab
    case lineBreak = "line-break"
    case span, a
    case header
    case headerLeft = "header-left"
    case headerFirst = "header-first"
    case footer
    case footerLeft = "footer-left"
    case footerFirst = "footer-first"
    case annotation, note, notes
    case textBox = "text-box"
    case customShape = "custom-shape"
    case shapes
    case deletion
    case masterPage = "master-page"
    case style
    case fontFace = "font-face"
    case textProperties = "text-properties"
    case paragraphProperties = "paragraph-properties"
    case page, table
    case tableRow = "table-row"
    case tableCell = "table-cell"
    case coveredCell = "covered-table-cell"
    case title, desc, subject, keyword, description
    case userDefined = "user-defined"
    case hiddenText = "hidden-text"
    case conditionalText = "conditional-text"
    case userField = "user-field-decl"
    case variableSet = "variable-set"
    case namedRange = "named-range"
    case bookmark
    case bookmarkStart = "bookmark-start"
    case textControl = "text"
    case textarea, button, checkbox, radio, combobox, listbox, fixedText = "fixed-text", option
    case formattedText = "formatted-text"
    case creator, initialCreator = "initial-creator", date
    case binaryData = "binary-data"
    case meta
    case footerDecl = "footer-decl"
    case headerDecl = "header-decl"
    case dateTimeDecl = "date-time-decl"
  }

  static let vocabulary = XmlVocabulary(Element.allCases.map(\.rawValue))
  private static let all = Element.allCases
  private static let columnLimit = 256

  private(set) var parts = TextParts()
  private(set) var hasPicture = false
  private var open: [Paragraph] = []
  private var places: [TextPart.Kind]
  private var elements: [Element?] = []
  private(set) var styles: [String: Paragraph.Style]
  /// Families of the fonts that the document declares, by their names in it.
  private var faces: [String: String] = [:]
  private var styleName: String?
  private var spans: [Paragraph.Style] = [Paragraph.Style()]
  private var sheetRow: [UInt8]?
  private var column = 0
  private var cellRepeat = 1
  /// The paragraphs of the open cell.
  private var cellLines: [[UInt8]] = []
  private var pending: (kind: TextPart.Kind, name: String?)?
  private var value: [UInt8] = []
  private var rows = TableRows()
  private var sheet = 0
  private var skipDepth = 0
  private let isSheet: Bool

  /// `styles` are those of the document's other files.
  init(isSheet: Bool, styles: [String: Paragraph.Style] = [:]) {
    self.isSheet = isSheet
    self.styles = styles
    places = [.body]
  }

  mutating func start(_ tag: XmlTag, in xml: Span<UInt8>) {
    let element = tag.code > 0 ? Self.all[Int(tag.code) - 1] : nil
    elements.append(element)
    guard let element else { return }
    if let kind = Self.place(element) { places.append(kind) }
    switch element {
    case .p, .h:
      open.append(Paragraph(places.last ?? .body))
      spans.append(style(tag, xml))
    case .span, .a: spans.append(style(tag, xml).merged(over: spans.last))
    case .s: add([UInt8](repeating: 0x20, count: max(1, min(64, tag.number("c", in: xml) ?? 1))))
    case .tab: add([0x09])
    case .lineBreak: if !open.isEmpty { open[open.count - 1].finishLine(into: &parts) }
    case .style: startStyle(tag, xml)
    case .fontFace: noteFace(tag, xml)
    case .textProperties: noteStyle(tag, xml)
    case .tableRow: startRow()
    case .tableCell, .coveredCell: startCell(tag, xml)
    case .binaryData:
      hasPicture = true
      skipDepth += 1
    default: startOther(element, tag, xml)
    }
  }

  mutating func text(_ range: Range<Int>, isPlain: Bool, in xml: Span<UInt8>) {
    guard skipDepth == 0 else { return }
    if pending != nil { return XmlText.append(range, isPlain: isPlain, in: xml, to: &value) }
    guard !open.isEmpty else { return }
    let style = spans.last ?? Paragraph.Style()
    open[open.count - 1].add(style, .none) { XmlText.append(range, isPlain: isPlain, in: xml, to: &$0) }
  }

  mutating func end(_ code: UInt8) {
    guard let last = elements.popLast(), let element = last else { return }
    switch element {
    case .p, .h: endParagraph()
    case .span, .a: if spans.count > 1 { spans.removeLast() }
    case .style: styleName = nil
    case .tableRow: endRow()
    case .tableCell, .coveredCell: endCell()
    case .binaryData: skipDepth -= 1
    case .title, .desc, .subject, .keyword, .description, .userDefined, .creator, .initialCreator, .date,
      .footerDecl, .headerDecl, .dateTimeDecl:
      endValue()
    default: break
    }
    if Self.place(element) != nil, places.count > 1 { places.removeLast() }
  }

  /// Everything collected, the rows of tables apart.
  mutating func finished() -> [RawText] {
    while !open.isEmpty { endParagraph() }
    let page = parts.page
    var texts = parts.finished()
    if !rows.lines.isEmpty { texts.append(RawText(kind: .body, page: page, bytes: rows.lines, isEcho: true)) }
    return texts
  }

  private static func place(_ element: Element) -> TextPart.Kind? {
    switch element {
    case .header, .headerLeft, .headerFirst, .masterPage: .header
    case .footer, .footerLeft, .footerFirst: .footer
    case .annotation: .comment
    case .note, .notes: .note
    case .textBox, .customShape: .textBox
    case .deletion: .deleted
    default: nil
    }
  }

  private mutating func add(_ bytes: [UInt8]) {
    guard !open.isEmpty else { return }
    let style = spans.last ?? Paragraph.Style()
    open[open.count - 1].add(style, .none) { $0 += bytes }
  }

  private mutating func endParagraph() {
    if spans.count > 1 { spans.removeLast() }
    guard var paragraph = open.popLast() else { return }
    if sheetRow != nil, paragraph.kind == .body {
      let text = paragraph.text()
      if sheetRow?.isEmpty == false, sheetRow?.last != 0x09 { sheetRow?.append(0x20) }
      sheetRow? += text
      cellLines.append(text)
      paragraph.finishHidden(into: &parts)
    } else {
      if rows.isOpen { rows.add(paragraph.text()) }
      paragraph.finishLine(into: &parts)
    }
  }

  private mutating func startRow() {
    if isSheet { (sheetRow, column) = ([], 0) } else { rows.startRow() }
  }

  private mutating func startCell(_ tag: XmlTag, _ xml: Span<UInt8>) {
    guard isSheet else { return rows.startCell() }
    cellRepeat = max(1, tag.number("number-columns-repeated", in: xml) ?? 1)
    if column > 0, column < Self.columnLimit { sheetRow?.append(0x09) }
  }

  private mutating func endCell() {
    guard isSheet else { return }
    let more = min(cellRepeat - 1, max(0, Self.columnLimit - column))
    if more > 0 { sheetRow? += [UInt8](repeating: 0x09, count: more) }
    column += cellRepeat
    cellRepeat = 1
    if cellLines.count > 1 { for line in cellLines { parts.add(echo: line, .body) } }
    cellLines.removeAll(keepingCapacity: true)
  }

  private mutating func endRow() {
    guard isSheet else { return rows.endRow() }
    if let row = sheetRow { parts.add(.body, row) }
    sheetRow = nil
  }

  private func style(_ tag: XmlTag, _ xml: Span<UInt8>) -> Paragraph.Style {
    guard !styles.isEmpty, let name = tag.string("style-name", in: xml) else { return Paragraph.Style() }
    return styles[name] ?? Paragraph.Style()
  }

  private mutating func startStyle(_ tag: XmlTag, _ xml: Span<UInt8>) {
    styleName = tag.string("name", in: xml)
    if let styleName, !styles.isEmpty, let parent = tag.string("parent-style-name", in: xml) {
      styles[styleName] = styles[parent]
    }
  }

  private mutating func noteFace(_ tag: XmlTag, _ xml: Span<UInt8>) {
    guard let name = tag.string("name", in: xml), let family = tag.string("font-family", in: xml) else {
      return
    }
    let plain = Self.unquoted(family)
    if LegacyFont.isLegacy(plain) { faces[name] = plain }
  }

  private static func unquoted(_ name: String) -> String { name.filter { $0 != "'" && $0 != "\"" } }

  private mutating func noteStyle(_ tag: XmlTag, _ xml: Span<UInt8>) {
    guard let styleName else { return }
    var style = styles[styleName] ?? Paragraph.Style()
    if let font = tag.string("font-name", in: xml) ?? tag.string("font-family", in: xml) {
      let name = faces[font] ?? Self.unquoted(font)
      style.font = LegacyFont.isLegacy(name) ? name : nil
    }
    if let display = tag.string("display", in: xml) { style.isHidden = display == "none" }
    style.isCapital =
      style.isCapital || tag.string("text-transform", in: xml) == "uppercase"
      || tag.string("font-variant", in: xml) == "small-caps"
    if style != Paragraph.Style() { styles[styleName] = style }
  }

  private mutating func startOther(_ element: Element, _ tag: XmlTag, _ xml: Span<UInt8>) {
    switch element {
    case .page, .table:
      if element == .page || isSheet {
        sheet += 1
        parts.turn(to: sheet)
      }
      add(.sheetName, tag.string("name", in: xml))
    case .title, .subject: pending = (elements.contains(.meta) ? .subject : .label, nil)
    case .desc: pending = (.label, nil)
    case .keyword: pending = (.property, "keyword")
    case .description: pending = (.property, "description")
    case .userDefined: pending = (.property, tag.string("name", in: xml) ?? "user-defined")
    // The name and the date of a comment are no text of the document.
    case .creator, .initialCreator, .date: pending = (.property, "creator")
    case .footerDecl: pending = (.footer, nil)
    case .headerDecl, .dateTimeDecl: pending = (.header, nil)
    case .hiddenText: add(.hidden, tag.string("string-value", in: xml))
    case .conditionalText:
      add(.hidden, tag.string("string-value-if-true", in: xml))
      add(.hidden, tag.string("string-value-if-false", in: xml))
    case .userField, .variableSet:
      parts.add(
        .property, name: tag.string("name", in: xml) ?? "", value: tag.string("string-value", in: xml) ?? "")
    case .namedRange, .bookmark, .bookmarkStart: add(.label, tag.string("name", in: xml))
    case .textControl, .textarea, .button, .checkbox, .radio, .combobox, .listbox, .fixedText,
      .formattedText:
      for name: StaticString in ["current-value", "value", "label", "title"] {
        add(.formField, tag.string(name, in: xml))
      }
    default: break
    }
  }

  private mutating func endValue() {
    defer {
      pending = nil
      value.removeAll(keepingCapacity: true)
    }
    guard let pending, !value.isEmpty else { return }
    let text = String(decoding: value, as: UTF8.self)
    if let name = pending.name {
      for line in PlainText.lines(text) { parts.add(pending.kind, name: name, value: line) }
    } else {
      parts.add(pending.kind, text)
    }
  }

  private mutating func add(_ kind: TextPart.Kind, _ line: String?) {
    if let line { parts.add(kind, line) }
  }
}
