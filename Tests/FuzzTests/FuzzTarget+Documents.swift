import Markings
import ParseWire

@testable import Documents
@testable import LinuxHost

/// A parser that is fed with bytes of any kind: it may refuse them, and must neither trap nor hang.
struct FuzzTarget: Sendable {
  let name: String
  let run: @Sendable ([UInt8]) -> Void

  /// Every parser written here; adding one is one line.
  static let all: [FuzzTarget] = [
    target("rtf") { _ = try RtfReader.read(Array("{\\rtf".utf8) + $0) },
    target("word") { bytes in _ = try WordReader.read(bytes) { _ in bytes } },
    target("word_runs") { _ = try WordRuns(BoundedBytes($0), BoundedBytes($0), fonts: [nil]) },
    target("biff") { _ = try BiffReader.read(biff8 + $0) },
    target("slides") { _ = try SlidesReader.read($0) },
    target("drawing") {
      var collector = TextCollector()
      try DrawingReader.add(BoundedBytes($0), to: &collector)
    },
    target("property_set") { _ = try PropertySet.parts($0) },
    target("package") {
      _ = try OlePackage.content(BoundedBytes($0))
      _ = try OlePackage.native($0)
    },
    target("compressed_rtf") { _ = try CompressedRtf.unpack($0, limit: 1 << 20) },
    target("message_names") {
      _ = try MessageNames.names(BoundedBytes(Array($0.prefix(64))), BoundedBytes(Array($0.dropFirst(64))))
    },
    target("cms") { _ = CmsContent.signed($0) },
    target("mail_sniff") { _ = TypeSniff.type($0) },
    target("tnef") { _ = try MapiProperties(BoundedBytes($0)) },
    target("binary_workbook") { bytes in
      for part in [BinaryWorkbook.Part.styles, .strings, .names, .sheet(1), .comments] {
        var workbook = BinaryWorkbook()
        workbook.read(bytes, part)
        _ = workbook.finished()
      }
    },
    target("slide_fonts") { _ = try SlideFonts().text(Array(repeating: 0x41, count: 40), BoundedBytes($0)) },
    target("zip_directory") { _ = try ZipDirectory(DocumentFile(bytes: $0)) },
    target("zip_recovery") { _ = try ZipRecovery.entries(DocumentFile(bytes: $0)) },
    target("zip_content") { bytes in
      let zip = try Zip(DocumentFile(bytes: bytes))
      for entry in zip.entries { _ = try zip.content(entry) }
    },
    target("xml_scanner") { bytes in
      var scanner = XmlScanner(OoxmlElement.vocabulary)
      var text = OoxmlText(.body)
      try scanner.scan(bytes.span, &text)
      _ = text.finished()
    },
    target("xml_sheet") {
      _ = XmlParser.parse($0, SheetText.vocabulary) { SheetText(page: 1, strings: SharedStrings()) }
    },
    target("xml_open_document") { _ = XmlParser.parse($0, OdfText.vocabulary) { OdfText(isSheet: true) } },
    target("xml_properties") { _ = XmlParser.parse($0, PropertyText.vocabulary) { PropertyText(.body) } },
    target("reply") { _ = try ParseReply(decoding: $0, items: 4, rules: 8) },
    target("request") { _ = try ParseRequest(decoding: $0) },
    target("usb_descriptors") { _ = UsbDescriptors($0) },
    target("partition_table") { bytes in
      _ = PartitionTable(size: UInt64(bytes.count)) { offset, count in
        Array(bytes.dropFirst(Int(clamping: offset)).prefix(count))
      }
    },
    target("volume_signature") { _ = VolumeSignature($0) },
    target("text") { _ = PlainText.lines(PlainText.decode($0)) },
  ]

  private static let biff8: [UInt8] = [0x09, 0x08, 0x02, 0x00, 0x00, 0x06]

  private static func target(_ name: String, _ run: @escaping @Sendable ([UInt8]) throws -> Void)
    -> FuzzTarget
  {
    FuzzTarget(name: name) { bytes in
      do { try run(bytes) } catch {}
    }
  }
}
