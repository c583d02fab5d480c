import CXML2
import Markings
import ParseWire

/// HTML through libxml2, which takes any tag soup; encodings are decided as for plain text.
struct Html: Format {
  let types: [FileType] = [.html]

  func warmUp() throws { _ = try Self.texts("<p>x</p>") }

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    var extract = Extract(.html)
    var page = PlainText.decode(try file.bytes())
    let mayMatch = page.withUTF8 { HtmlSkim.mayMatch($0, inner.mayMatch) }
    if mayMatch { extract.texts = try Self.texts(page) }
    return extract
  }

  /// The text of a page; throws `Unreadable` where libxml2 fails.
  static func texts(_ page: String) throws(Unreadable) -> [RawText] {
    let text = HtmlText()
    var sax = htmlSAXHandler()
    sax.startElement = { context, name, attributes in
      guard let name, let text = HtmlText.of(context) else { return }
      text.start(String(cString: name), Self.attributes(attributes))
    }
    sax.endElement = { context, name in
      guard let name else { return }
      HtmlText.of(context)?.end(String(cString: name))
    }
    sax.characters = { context, bytes, count in
      guard let bytes else { return }
      HtmlText.of(context)?.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    sax.ignorableWhitespace = sax.characters
    sax.cdataBlock = { _, _, _ in }
    sax.comment = { context, bytes in
      guard let bytes else { return }
      HtmlText.of(context)?.addComment(String(cString: bytes))
    }
    let user = Unmanaged.passUnretained(text).toOpaque()
    guard let context = htmlCreatePushParserCtxt(&sax, user, nil, 0, nil, XML_CHAR_ENCODING_UTF8) else {
      throw Unreadable(.readFailed)
    }
    defer {
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      htmlFreeParserCtxt(context)
    }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    htmlCtxtUseOptions(context, Int32(options))
    var page = page
    page.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { letters in
        // In pieces: the push parser looks again at all that it has not yet taken.
        var at = 0
        while at < letters.count {
          let count = min(1 << 16, letters.count - at)
          htmlParseChunk(context, letters.baseAddress.map { $0 + at }, Int32(count), 0)
          at += count
        }
        htmlParseChunk(context, nil, 0, 1)
      }
    }
    return withExtendedLifetime(text) { text.finished() }
  }

  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> [String: String] {
    guard let list else { return [:] }
    var attributes: [String: String] = [:]
    var at = 0
    while let name = list[at] {
      attributes[String(cString: name)] = list[at + 1].map { String(cString: $0) } ?? ""
      at += 2
    }
    return attributes
  }
}
