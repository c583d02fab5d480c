import Markings

/// Collects names out of a package's lists: sheets, defined ranges, sections and shows, cached fields with their values.
struct WorkbookText: XmlHandler {
  private enum Element: String, CaseIterable {
    case sheet, definedName, section, custShow, cacheField, s, table
  }

  static let vocabulary = XmlVocabulary(Element.allCases.map(\.rawValue))
  private static let all = Element.allCases

  private(set) var parts = TextParts()
  private var name: String?
  private var value: [UInt8] = []
  private var field = "value"

  mutating func start(_ tag: XmlTag, in xml: Span<UInt8>) {
    guard tag.code > 0 else { return }
    switch Self.all[Int(tag.code) - 1] {
    case .sheet, .section, .custShow:
      if let text = tag.string("name", in: xml) { parts.add(.sheetName, text) }
    case .table: if let text = tag.string("displayName", in: xml) { parts.add(.sheetName, text) }
    case .definedName:
      name = tag.string("name", in: xml)
      value.removeAll()
      if let text = tag.string("comment", in: xml) { parts.add(.comment, text) }
    case .cacheField: field = tag.string("name", in: xml) ?? "value"
    case .s: if let text = tag.string("v", in: xml) { parts.add(.hidden, name: field, value: text) }
    }
  }

  mutating func text(_ range: Range<Int>, isPlain: Bool, in xml: Span<UInt8>) {
    if name != nil { XmlText.append(range, isPlain: isPlain, in: xml, to: &value) }
  }

  mutating func end(_ code: UInt8) {
    guard code > 0, case .definedName = Self.all[Int(code) - 1], let name else { return }
    let text = String(decoding: value, as: UTF8.self)
    if text.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") {
      parts.add(.sheetName, name)
      let constant = String(text.dropFirst().dropLast())
      parts.add(.label, constant.replacing("\"\"", with: "\""))
    } else {
      parts.add(.sheetName, "\(name)=\(text)")
    }
    self.name = nil
  }
}
