import Markings
import ParseWire

/// OpenDocument text (ISO/IEC 26300).
struct Odt: Format {
  let types: [FileType] = [.odt]

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    let names = ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"]
    let members = try Zip(file).members { names.contains($0) }
    if let manifest = members.first(where: { $0.name == names[3] }) {
      let finder = ElementFinder("encryption-data")
      try SaxParser.parse(manifest.bytes, finder)
      if finder.isFound { throw Unreadable(.encrypted) }
    }
    guard members.contains(where: { $0.name == names[0] }) else { throw Unreadable(.damaged) }
    var extract = Extract(.odt)
    for member in members where member.name != names[3] {
      if member.name == names[2] {
        let reader = PropertyReader()
        try SaxParser.parse(member.bytes, reader)
        extract.parts += reader.parts
      } else {
        let reader = ParagraphReader(.body, textElements: nil, place: Self.place)
        try SaxParser.parse(member.bytes, reader)
        extract.parts += reader.parts.sorted { $0.key.rawValue < $1.key.rawValue }.map {
          TextPart($0.key, lines: $0.value)
        }
      }
    }
    return extract
  }

  private static func place(_ element: String) -> TextPart.Kind? {
    switch element {
    case "header", "header-left", "header-first": .header
    case "footer", "footer-left", "footer-first": .footer
    case "annotation": .comment
    case "note": .note
    case "text-box", "custom-shape": .textBox
    default: nil
    }
  }
}
