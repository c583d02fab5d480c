/// Tells mark-up from other text by how it begins.
enum TextSniff {
  private static let htmlStarts = [
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<table", "<div", "<script", "<style",
    "<center", "<font", "<p>", "<h1", "<span",
  ].map { Array($0.utf8) }
  private static let xmlStart = Array("<?xml".utf8)
  private static let rootLimit = 1024

  static func type(_ head: UnsafeRawBufferPointer) -> FileType {
    guard let start = firstLetter(head), head[start] == UInt8(ascii: "<") else { return .text }
    let text = narrow(head[start...].prefix(2 * rootLimit))
    var rest = text[...]
    let isXml = rest.starts(with: xmlStart)
    while let opened = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[opened...]
      let second = rest.dropFirst().first ?? 0
      let isDocumentType = rest.starts(with: htmlStarts[0])
      if !isDocumentType, second == UInt8(ascii: "?") || second == UInt8(ascii: "!") {
        rest = afterDeclaration(rest)
        continue
      }
      if htmlStarts.contains(where: { rest.starts(with: $0) }) { return .html }
      return isXml ? .xml : .text
    }
    return isXml ? .xml : .text
  }

  /// What follows a comment, a declaration or a processing instruction.
  private static func afterDeclaration(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isComment = text.starts(with: Array("<!--".utf8))
    var at = text.startIndex
    while at < text.endIndex {
      let isEnd = text[at] == UInt8(ascii: ">")
      if isEnd, !isComment || text[..<at].suffix(2).elementsEqual("--".utf8) { return text[(at + 1)...] }
      at += 1
    }
    return []
  }

  /// The position of the first byte that is neither white space, zero nor a byte order mark.
  private static func firstLetter(_ head: UnsafeRawBufferPointer) -> Int? {
    head.prefix(512).firstIndex { ![0, 9, 10, 13, 32, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }
  }

  /// ASCII letters in lower case, zero bytes of UTF-16 left out.
  private static func narrow(_ text: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
    text.filter { $0 != 0 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
