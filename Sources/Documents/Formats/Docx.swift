import Markings
import ParseWire

/// Word documents of Office Open XML (ECMA-376), also templates and those with macros.
struct Docx: Format {
  let types: [FileType] = [.docx]

  func warmUp() { SaxParser.warmUp() }

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    let members = try Zip(file).members { Self.kind($0) != nil }
    guard members.contains(where: { Self.kind($0.name) == .body }) else { throw Unreadable(.damaged) }
    var extract = Extract(.docx)
    for member in members {
      guard let kind = Self.kind(member.name) else { continue }
      if kind == .property {
        let reader = PropertyReader()
        try SaxParser.parse(member.bytes, reader)
        extract.parts += reader.parts
      } else {
        let reader = ParagraphReader(kind, textElements: ["t", "delText", "instrText"]) {
          $0 == "txbxContent" ? .textBox : nil
        }
        try SaxParser.parse(member.bytes, reader)
        extract.parts += reader.parts.sorted { $0.key.rawValue < $1.key.rawValue }.map {
          TextPart($0.key, lines: $0.value)
        }
      }
    }
    return extract
  }

  /// The part of the document that a member holds; nil for those without text.
  private static func kind(_ name: String) -> TextPart.Kind? {
    guard name.hasSuffix(".xml") else { return nil }
    if name.hasPrefix("docProps/") { return .property }
    guard name.hasPrefix("word/") else { return nil }
    let stem = name.dropFirst(5)
    if stem.hasPrefix("document") { return .body }
    if stem.hasPrefix("header") { return .header }
    if stem.hasPrefix("footer") { return .footer }
    if stem.hasPrefix("comments") { return .comment }
    if stem.hasPrefix("footnotes") || stem.hasPrefix("endnotes") { return .note }
    if stem.hasPrefix("charts/") || stem.hasPrefix("diagrams/data") || stem.hasPrefix("glossary/document") {
      return .textBox
    }
    return nil
  }
}
