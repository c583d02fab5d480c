import Markings
import ParseWire

@testable import Documents

extension FuzzTarget {
  /// Parsers of the sandboxed worker, and of what it is told and tells.
  static let documents: [FuzzTarget] = [
    .init("rtf") { _ = try RtfReader.read(Array("{\\rtf".utf8) + $0) },
    .init("word") { bytes in _ = try WordReader.read(bytes) { _ in bytes } },
    .init("word_runs") { _ = try WordRuns(BoundedBytes($0), BoundedBytes($0), fonts: [nil]) },
    .init("biff") { _ = try BiffReader.read(biff8 + $0) },
    .init("slides") { _ = try SlidesReader.read($0) },
    .init("drawing") {
      var collector = TextCollector()
      try DrawingReader.add(BoundedBytes($0), to: &collector)
    },
    .init("property_set") { _ = try PropertySet.parts($0) },
    .init("package") {
      _ = try OlePackage.content(BoundedBytes($0))
      _ = try OlePackage.native($0)
    },
    .init("compressed_rtf") { _ = try CompressedRtf.unpack($0, limit: 1 << 20) },
    .init("message_names") {
      _ = try MessageNames.names(BoundedBytes(Array($0.prefix(64))), BoundedBytes(Array($0.dropFirst(64))))
    },
    .init("cms") { _ = CmsContent.signed($0) },
    .init("mail_sniff") { _ = TypeSniff.type($0) },
    .init("tnef") { _ = try MapiProperties(BoundedBytes($0)) },
    .init("binary_workbook") { bytes in
      for part in [BinaryWorkbook.Part.styles, .strings, .names, .sheet(1), .comments] {
        var workbook = BinaryWorkbook()
        workbook.read(bytes, part)
        _ = workbook.finished()
      }
    },
    .init("slide_fonts") { _ = try SlideFonts().text(Array(repeating: 0x41, count: 40), BoundedBytes($0)) },
    .init("zip_directory") { _ = try ZipDirectory(DocumentFile(bytes: $0)) },
    .init("zip_recovery") { _ = try ZipRecovery.entries(DocumentFile(bytes: $0)) },
    .init("zip_content") { bytes in
      let zip = try Zip(DocumentFile(bytes: bytes))
      for entry in zip.entries { _ = try zip.content(entry) }
    },
    .init("xml_scanner") { bytes in
      var scanner = XmlScanner(OoxmlElement.vocabulary)
      var text = OoxmlText(.body)
      try scanner.scan(bytes.span, &text)
      _ = text.finished()
    },
    .init("xml_sheet") {
      _ = XmlParser.parse($0, SheetText.vocabulary) { SheetText(page: 1, strings: SharedStrings()) }
    },
    .init("xml_open_document") { _ = XmlParser.parse($0, OdfText.vocabulary) { OdfText(isSheet: true) } },
    .init("xml_properties") { _ = XmlParser.parse($0, PropertyText.vocabulary) { PropertyText(.body) } },
    .init("reply") { _ = try ParseReply(decoding: $0, items: 4, rules: 8) },
    .init("request") { _ = try ParseRequest(decoding: $0) },
    .init("text") { _ = PlainText.lines(PlainText.decode($0)) },
  ]

  private static let biff8: [UInt8] = [0x09, 0x08, 0x02, 0x00, 0x00, 0x06]
}
