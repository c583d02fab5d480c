import Markings

/// Collects document properties and XML of any vocabulary: title and subject apart, all else as "name=value".
struct PropertyText: XmlHandler {
  private enum Element: String, CaseIterable {
    case title, subject, property
    case userDefined = "user-defined"
    case docVar
  }

  static let vocabulary = XmlVocabulary(Element.allCases.map(\.rawValue))
  private static let all = Element.allCases

  private(set) var parts = TextParts()
  private let kind: TextPart.Kind
  private var names: [String] = []
  private var custom: (name: String, depth: Int)?
  private var value: [UInt8] = []

  init(_ kind: TextPart.Kind) { self.kind = kind }

  mutating func start(_ tag: XmlTag, in xml: Span<UInt8>) {
    flush()
    var name: [UInt8] = []
    XmlText.append(tag.name, isPlain: true, in: xml, to: &name)
    names.append(String(decoding: name, as: UTF8.self))
    let element = tag.code > 0 ? Self.all[Int(tag.code) - 1] : nil
    switch element {
    case .property, .userDefined: custom = tag.string("name", in: xml).map { ($0, names.count) }
    case .docVar:
      parts.add(.property, name: tag.string("name", in: xml) ?? "", value: tag.string("val", in: xml) ?? "")
    case .title, .subject: break
    case nil: addAttributes(tag, xml)
    }
  }

  mutating func text(_ range: Range<Int>, isPlain: Bool, in xml: Span<UInt8>) {
    XmlText.append(range, isPlain: isPlain, in: xml, to: &value)
  }

  mutating func end(_ code: UInt8) {
    flush()
    if custom?.depth == names.count { custom = nil }
    names.removeLast()
  }

  /// An element that carries a name and a value, or only a value, as labels of document systems do.
  private mutating func addAttributes(_ tag: XmlTag, _ xml: Span<UInt8>) {
    guard !tag.attributes.isEmpty else { return }
    let all = tag.all(in: xml).filter { !$0.name.isEmpty }
    let name = all.first { $0.name == "name" || $0.name == "key" }?.value
    for attribute in all where attribute.name != "name" && attribute.name != "key" {
      let isValue = ["value", "val", "v"].contains(attribute.name)
      let key = isValue ? name ?? names.last ?? attribute.name : attribute.name
      parts.add(.property, name: key, value: attribute.value)
    }
  }

  private mutating func flush() {
    guard value.contains(where: { $0 > 0x20 }) else { return value.removeAll(keepingCapacity: true) }
    let text = String(decoding: value, as: UTF8.self)
    value.removeAll(keepingCapacity: true)
    let name = custom?.name ?? names.last { $0 != "li" && $0 != "Alt" && $0 != "Bag" && $0 != "Seq" } ?? ""
    switch name {
    case "title", "subject": parts.add(.subject, text)
    case _ where kind != .property: parts.add(kind, text)
    default: for line in PlainText.lines(text) { parts.add(.property, name: name, value: line) }
    }
    if kind != .property { parts.add(echo: "\(name)=\(text)".utf8, .property) }
  }
}
