import Markings
import ParseWire

/// Reads one Office Open XML package member by member.
final class OoxmlReader {
  private let zip: Zip
  private let inner: InnerDocuments
  private var texts: [RawText] = []
  private var paragraphs: [RawText] = []
  private var styles: [String: Paragraph.Style] = [:]
  private var strings = SharedStrings()
  private var workbook = BinaryWorkbook()
  private var hasPicture = false
  private var type = FileType.docx

  init(_ zip: Zip, _ inner: InnerDocuments) {
    self.zip = zip
    self.inner = inner
  }

  /// Throws `Unreadable` where the file itself cannot be read.
  func read() throws(Unreadable) -> Extract {
    if zip.directory.isDamaged { inner.fail(.damaged) }
    let members = zip.entries.map { (entry: $0, role: OoxmlRole($0.name)) }
    for member in members where member.role == .sharedStrings {
      if let bytes = try content(member.entry) {
        strings = parse(bytes, SharedStrings.vocabulary) { SharedStrings() }
      }
    }
    for part in [BinaryWorkbook.Part.styles, .strings] {
      for member in members where member.role == .binary(part) {
        if let bytes = try content(member.entry) { workbook.read(bytes, part) }
      }
    }
    for member in members where !member.entry.isFolder { try read(member.entry, member.role) }
    try applyStyles(members)
    texts = paragraphs + texts + workbook.finished()
    if workbook.isPartial { inner.fail(.partlyRead) }
    addUnusedStrings()
    var extract = Extract(Self.type(members.map(\.entry.name)))
    let hasText = texts.contains { $0.kind != .property && $0.kind != .subject && $0.hasLetters }
    if !hasText, hasPicture { extract.imagePages = 1 }
    extract.texts = texts
    return extract
  }

  private func read(_ entry: ZipEntry, _ role: OoxmlRole) throws(Unreadable) {
    switch role {
    case .none, .sharedStrings, .binary(.styles), .binary(.strings): return
    case .picture: hasPicture = true
    case .binary(let part):
      if let bytes = try content(entry) { workbook.read(bytes, part) }
    case .inner:
      if let bytes = try content(entry) { inner.read(bytes, name: nil) }
    default:
      if let bytes = try content(entry) { read(bytes, role) }
    }
  }

  private func read(_ bytes: [UInt8], _ role: OoxmlRole) {
    switch role {
    case .text(let kind, let page):
      let styles = styles
      var text = parse(bytes, OoxmlElement.vocabulary) { OoxmlText(kind, page: page, styles: styles) }
      paragraphs += text.finished()
    case .vml:
      let result = XmlParser.parse(bytes, OoxmlElement.vocabulary) { OoxmlText(.textBox, isVml: true) }
      var text = result.handler
      texts += text.finished()
    case .sheet(let page):
      let shared = strings
      strings = SharedStrings()
      let sheet = parse(bytes, SheetText.vocabulary) { SheetText(page: page, strings: shared) }
      strings = sheet.strings
      var parts = sheet.parts
      texts += parts.finished()
    case .names:
      var parts = parse(bytes, WorkbookText.vocabulary) { WorkbookText() }.parts
      texts += parts.finished()
    case .properties: read(bytes, .property)
    case .settings:
      if bytes.containsBytes(Array("docVar ".utf8)) { read(bytes, .property) }
    case .anyXml: read(bytes, .textBox)
    case .none, .picture, .binary, .inner, .sharedStrings: break
    }
  }

  private func read(_ bytes: [UInt8], _ kind: TextPart.Kind) {
    var parts = parse(bytes, PropertyText.vocabulary) { PropertyText(kind) }.parts
    texts += parts.finished()
  }

  private func parse<Handler: XmlHandler>(
    _ bytes: [UInt8], _ vocabulary: XmlVocabulary, _ make: () -> Handler
  ) -> Handler {
    let result = XmlParser.parse(bytes, vocabulary, make)
    if !result.isWellFormed { inner.fail(.damaged) }
    return result.handler
  }

  /// What a member holds; nil where nothing can be unpacked. What is missing leaves its cause.
  private func content(_ entry: ZipEntry) throws(Unreadable) -> [UInt8]? {
    let content = try zip.content(entry)
    if content.cause != .none { inner.fail(content.cause) }
    return content.bytes.isEmpty ? nil : content.bytes
  }

  /// Reads the paragraphs again with the styles of the document where they can hold a marking and styles matter.
  private func applyStyles(_ members: [(entry: ZipEntry, role: OoxmlRole)]) throws(Unreadable) {
    guard let entry = zip.entry("word/styles.xml"), inner.mayMark(paragraphs),
      let bytes = try content(entry)
    else { return }
    styles = parse(bytes, StyleSheet.vocabulary) { StyleSheet() }.styles
    guard !styles.isEmpty else { return }
    paragraphs = []
    for member in members {
      guard case .text = member.role else { continue }
      try read(member.entry, member.role)
    }
  }

  private func addUnusedStrings() {
    var parts = TextParts()
    for string in strings.unused() { parts.add(.hidden, string) }
    texts += parts.finished()
  }

  static func type(_ names: [String]) -> FileType {
    if names.contains(where: { $0.hasPrefix("xl/") }) { return .xlsx }
    if names.contains(where: { $0.hasPrefix("ppt/") }) { return .pptx }
    return .docx
  }
}
