import Foundation
import Markings

/// Collects the text of a page: block by block, with titles, descriptions, comments and the values of fields apart.
final class HtmlText {
  private static let blocks: Set<String> = [
    "p", "div", "tr", "td", "th", "table", "tbody", "thead", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul",
    "ol",
    "dl", "dt", "dd", "center", "blockquote", "pre", "body", "head", "html", "form", "option", "select",
    "textarea", "button", "title", "caption", "section", "article", "header", "footer", "main", "nav",
    "aside",
    "figure", "figcaption", "fieldset", "legend", "address", "hr", "label", "summary", "details", "noscript",
  ]

  private var parts = TextParts()
  private var line = Paragraph(.body)
  private var hasText = false
  private var endsInSpace = true
  private var rows = TableRows()
  private var styles = [Paragraph.Style()]
  private var open: [String] = []
  private var skipped = 0
  private var preformatted = 0

  static func of(_ context: UnsafeMutableRawPointer?) -> HtmlText? {
    context.map { Unmanaged<HtmlText>.fromOpaque($0).takeUnretainedValue() }
  }

  func start(_ name: String, _ attributes: [String: String]) {
    open.append(name)
    styles.append(style(attributes).merged(over: styles.last))
    if Self.blocks.contains(name) || name == "br" { endLine() }
    switch name {
    case "script", "style": skipped += 1
    case "pre", "textarea": preformatted += 1
    case "tr": rows.startRow()
    case "td", "th": rows.startCell()
    case "meta":
      if let name = attributes["name"] ?? attributes["property"], let value = attributes["content"] {
        parts.add(.property, name: name, value: value)
      }
    default: break
    }
    for name in ["alt", "title", "placeholder", "aria-label", "summary"] {
      if let text = attributes[name], !text.isEmpty { parts.add(.label, text) }
    }
    if let text = attributes["value"], !text.isEmpty, name != "option" { parts.add(.formField, text) }
  }

  func end(_ name: String) {
    if Self.blocks.contains(name) { endLine() }
    if open.last == name {
      open.removeLast()
      styles.removeLast()
    }
    switch name {
    case "script", "style": skipped = max(0, skipped - 1)
    case "pre", "textarea": preformatted = max(0, preformatted - 1)
    case "tr": rows.endRow()
    default: break
    }
  }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0 else { return }
    if preformatted > 0 { return addLines(bytes) }
    let style = styles.last ?? Paragraph.Style()
    var endsInSpace = endsInSpace
    var hasText = hasText
    line.add(style, .none) { text in
      for byte in bytes {
        let isSpace = byte <= 0x20
        if !(isSpace && endsInSpace) { text.append(isSpace ? 0x20 : byte) }
        if !isSpace { hasText = true }
        endsInSpace = isSpace
      }
    }
    (self.endsInSpace, self.hasText) = (endsInSpace, hasText)
  }

  func addComment(_ text: String) { parts.add(.comment, text) }

  /// Everything collected, the rows of tables apart.
  func finished() -> [RawText] {
    endLine()
    var texts = parts.finished()
    if !rows.lines.isEmpty { texts.append(RawText(kind: .body, page: nil, bytes: rows.lines)) }
    return texts
  }

  private func addLines(_ bytes: UnsafeBufferPointer<UInt8>) {
    let style = styles.last ?? Paragraph.Style()
    for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if piece.offset > 0 {
        hasText = true
        endLine()
      }
      line.add(style, .none) { $0 += piece.element }
      hasText = hasText || !piece.element.isEmpty
    }
  }

  private func endLine() {
    guard hasText else { return }
    line.kind = open.contains("title") && open.contains("head") ? .subject : .body
    if rows.isOpen { rows.add(line.text()) }
    line.finishLine(into: &parts)
    (hasText, endsInSpace) = (false, true)
  }

  private func style(_ attributes: [String: String]) -> Paragraph.Style {
    var style = Paragraph.Style()
    if let font = attributes["face"], LegacyFont.isLegacy(font) { style.font = font }
    guard let css = attributes["style"]?.lowercased() else { return style }
    if css.contains("text-transform:uppercase") || css.contains("text-transform: uppercase") {
      style.isCapital = true
    }
    if let range = css.range(of: "font-family:") {
      let original = attributes["style"] ?? ""
      let offset = css.distance(from: css.startIndex, to: range.upperBound)
      let name = original.dropFirst(offset).drop { " \"'".contains($0) }.prefix { !"\"';,".contains($0) }
      if LegacyFont.isLegacy(String(name)) { style.font = String(name) }
    }
    return style
  }
}
