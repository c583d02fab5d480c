import Markings
import ParseWire

/// XML text: documents that stand in one file (flat OpenDocument, flat OPC, Word 2003), otherwise any vocabulary.
struct FlatXml: Format {
  let types: [FileType] = [.xml]

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    let bytes = try file.bytes()
    var extract = Extract(.xml)
    let head = Array(bytes.prefix(1 << 14)).filter { $0 != 0 }
    func holds(_ word: String) -> Bool { head.containsBytes(Array(word.utf8)) }
    if holds("urn:oasis:names:tc:opendocument") {
      extract.texts = Odf.texts(bytes, inner)
    } else if holds("schemas.microsoft.com/office/word")
      || holds("schemas.microsoft.com/office/2006/xmlPackage")
    {
      var text = parse(bytes, OoxmlElement.vocabulary, inner) { OoxmlText(.body) }
      extract.texts = text.finished()
    } else {
      var text = parse(bytes, PropertyText.vocabulary, inner) { PropertyText(.body) }.parts
      extract.texts = text.finished()
    }
    return extract
  }

  private func parse<Handler: XmlHandler>(
    _ bytes: [UInt8], _ vocabulary: XmlVocabulary, _ inner: InnerDocuments, _ make: () -> Handler
  ) -> Handler {
    let result = XmlParser.parse(bytes, vocabulary, make)
    if !result.isWellFormed { inner.fail(.damaged) }
    return result.handler
  }
}
