import CArchive
import Foundation

/// Makes small documents for samples and tests.
public enum DocumentWriter {
  /// An OOXML text document with one paragraph per text.
  public static func docx(_ paragraphs: [String]) throws -> Data {
    let body = paragraphs.map { "<w:p><w:r><w:t xml:space=\"preserve\">\(escape($0))</w:t></w:r></w:p>" }
    let document = """
      <?xml version="1.0" encoding="UTF-8"?>
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\(body.joined())</w:body></w:document>
      """
    let types = """
      <?xml version="1.0" encoding="UTF-8"?>
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
      """
    let relations = """
      <?xml version="1.0" encoding="UTF-8"?>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
      """
    return try zip([
      ("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", document),
    ])
  }

  /// An ODF text document with one paragraph per text.
  public static func odt(_ paragraphs: [String]) throws -> Data {
    let body = paragraphs.map { "<text:p>\(escape($0))</text:p>" }.joined()
    let content = """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>\(body)</office:text></office:body></office:document-content>
      """
    let manifest = """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>
      """
    return try zip([
      ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content),
      ("META-INF/manifest.xml", manifest),
    ])
  }

  /// A one-page PDF with a text layer; Vietnamese letters go through a ToUnicode map.
  public static func pdf(_ lines: [String]) -> Data {
    let letters = Array(Set(lines.joined().unicodeScalars)).sorted()
    let codes = Dictionary(uniqueKeysWithValues: letters.enumerated().map { ($1, $0 + 1) })
    func hex(_ number: Int) -> String { String(format: "%04X", number) }
    let shown: String = lines.enumerated().map { index, line -> String in
      let text = line.unicodeScalars.compactMap { codes[$0] }.map(hex).joined()
      return "BT /F1 12 Tf 72 \(760 - index * 20) Td <\(text)> Tj ET"
    }.joined(separator: "\n")
    let map: [String] = letters.map { scalar in
      let units = String(scalar).utf16.map { String(format: "%04X", $0) }.joined()
      return "<\(hex(codes[scalar] ?? 0))> <\(units)>"
    }
    let ranges: String = stride(from: 0, to: map.count, by: 100).map { start -> String in
      let part = map[start..<min(start + 100, map.count)]
      return "\(part.count) beginbfchar\n\(part.joined(separator: "\n"))\nendbfchar"
    }.joined(separator: "\n")
    let unicode = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
      1 begincodespacerange <0000> <FFFF> endcodespacerange
      \(ranges)
      endcmap end end
      """
    let objects: [String] = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      stream(shown),
      "<< /Type /Font /Subtype /Type0 /BaseFont /Tinos /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Tinos /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 500 >>",
      stream(unicode),
      "<< /Type /FontDescriptor /FontName /Tinos /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
    ]
    return assemble(objects)
  }

  private static func stream(_ text: String) -> String {
    "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream"
  }

  private static func assemble(_ objects: [String]) -> Data {
    var text = "%PDF-1.5\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    text += offsets.map { String(format: "%010d 00000 n \n", $0) }.joined()
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Data(text.utf8)
  }

  /// Packs members into a ZIP archive, in their order.
  public static func zip(_ members: [(name: String, text: String)]) throws -> Data {
    let path = NSTemporaryDirectory() + "airseal-sample-" + UUID().uuidString
    let archive = archive_write_new()
    defer { archive_write_free(archive) }
    archive_write_set_format_zip(archive)
    guard archive_write_open_filename(archive, path) == ARCHIVE_OK else {
      throw CocoaError(.fileWriteUnknown)
    }
    for member in members {
      let entry = archive_entry_new()
      defer { archive_entry_free(entry) }
      let bytes = Array(member.text.utf8)
      archive_entry_set_pathname(entry, member.name)
      archive_entry_set_size(entry, Int64(bytes.count))
      archive_entry_set_filetype(entry, UInt32(0o100000))
      archive_entry_set_perm(entry, 0o644)
      guard archive_write_header(archive, entry) == ARCHIVE_OK,
        archive_write_data(archive, bytes, bytes.count) == bytes.count
      else { throw CocoaError(.fileWriteUnknown) }
    }
    guard archive_write_close(archive) == ARCHIVE_OK else { throw CocoaError(.fileWriteUnknown) }
    defer { unlink(path) }
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  private static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
