/// Small invented documents in the formats that airseal reads.
public enum SampleDocuments {
  /// A Word document; each paragraph is a list of runs.
  public static func docx(
    _ paragraphs: [[String]], header: String? = nil, title: String? = nil, custom: (String, String)? = nil,
    members: [String: String] = [:]
  ) -> [UInt8] {
    let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    func body(_ paragraphs: [[String]]) -> String {
      paragraphs.map { runs in "<w:p>" + runs.map { "<w:r><w:t>\($0)</w:t></w:r>" }.joined() + "</w:p>" }
        .joined()
    }
    var zip = ZipBuilder()
    zip.add(
      "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
    )
    zip.add("word/document.xml", "<w:document \(word)><w:body>\(body(paragraphs))</w:body></w:document>")
    if let header { zip.add("word/header1.xml", "<w:hdr \(word)>\(body([[header]]))</w:hdr>") }
    if let title {
      zip.add(
        "docProps/core.xml",
        "<c xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(title)</dc:title></c>")
    }
    if let custom {
      zip.add(
        "docProps/custom.xml", "<P><property name=\"\(custom.0)\"><lpwstr>\(custom.1)</lpwstr></property></P>"
      )
    }
    for (name, content) in members.sorted(by: { $0.key < $1.key }) { zip.add(name, content) }
    return zip.finished()
  }

  /// An OpenDocument text.
  public static func odt(_ paragraphs: [String], isEncrypted: Bool = false) -> [UInt8] {
    let spaces =
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    var zip = ZipBuilder()
    zip.add("mimetype", "application/vnd.oasis.opendocument.text")
    let body = paragraphs.map { "<text:p>\($0)</text:p>" }.joined()
    zip.add(
      "content.xml",
      "<office:document-content \(spaces)><office:body>\(body)</office:body></office:document-content>")
    let encryption = isEncrypted ? "<e><encryption-data/></e>" : ""
    zip.add("META-INF/manifest.xml", "<manifest>\(encryption)</manifest>")
    return zip.finished()
  }

  /// A PDF whose pages hold one line of text each, in a font with a ToUnicode map; an empty string makes an image page.
  public static func pdf(_ pages: [String], title: String = "") -> [UInt8] {
    var objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "", font, toUnicode, image, "<</Title\(hex(title, mark: true))>>",
    ]
    var kids: [String] = []
    for text in pages {
      let content =
        text.isEmpty ? "q 90 0 0 90 0 0 cm /I Do Q" : "BT /F 12 Tf 20 50 Td \(hex(text, mark: false)) Tj ET"
      let page = objects.count + 1
      kids.append("\(page) 0 R")
      objects.append(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 100]/Contents \(page + 1) 0 R/Resources<</Font<</F 3 0 R>>/XObject<</I 5 0 R>>>>>>"
      )
      objects.append(stream(content))
    }
    objects[1] = "<</Type/Pages/Kids[\(kids.joined(separator: " "))]/Count \(pages.count)>>"
    var file = "%PDF-1.5\n"
    for (index, object) in objects.enumerated() { file += "\(index + 1) 0 obj\(object)endobj\n" }
    return Array((file + "trailer<</Root 1 0 R/Info 6 0 R>>\n").utf8)
  }

  private static func stream(_ content: String, _ entries: String = "") -> String {
    "<<\(entries)/Length \(content.utf8.count)>>stream\n\(content)\nendstream "
  }

  private static let font =
    "<</Type/Font/Subtype/Type0/BaseFont/Sample/Encoding/Identity-H/ToUnicode 4 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Sample/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600>>]>>"
  private static let toUnicode = stream(
    "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap"
  )
  private static let image = stream(
    "0", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")

  private static func hex(_ text: String, mark: Bool) -> String {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return "<"
      + units.map { unit in
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
      }.joined() + ">"
  }
}
