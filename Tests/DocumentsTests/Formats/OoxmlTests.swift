import Markings
import ParseWire
import TestSupport
import Testing

@testable import Documents

struct OoxmlTests {
  private func expect(_ base: [String: String], _ place: SamplePackages.Place, _ type: FileType) throws {
    let reply = try WorkerReading.reply(SamplePackages.file(base, place, "TỐI MẬT"))
    #expect(reply.type == type && reply.outcome == .read && reply.cause == .none)
    #expect(Set(reply.hits.map(\.level)) == [.toiMat])
    #expect(reply.hits.contains { $0.part.rawValue == place.part })
  }

  @Test(arguments: SamplePackages.wordPlaces)
  func readsEveryPlaceOfWord(_ place: SamplePackages.Place) throws {
    try expect(SamplePackages.docx, place, .docx)
  }

  @Test(arguments: SamplePackages.sheetPlaces)
  func readsEveryPlaceOfExcel(_ place: SamplePackages.Place) throws {
    try expect(SamplePackages.xlsx, place, .xlsx)
  }

  @Test(arguments: SamplePackages.slidePlaces)
  func readsEveryPlaceOfPowerPoint(_ place: SamplePackages.Place) throws {
    try expect(SamplePackages.pptx, place, .pptx)
  }

  @Test(arguments: [
    (
      "docProps/custom.xml",
      "<Properties><property name=\"Độ mật\"><vt:lpwstr>Tối mật</vt:lpwstr></property></Properties>"
    ),
    (
      "docProps/custom.xml",
      "<Properties><property name=\"DoMat\"><vt:lpwstr>Toi mat</vt:lpwstr></property></Properties>"
    ),
    (
      "docProps/app.xml",
      "<Properties><TitlesOfParts><vt:vector><vt:lpstr>Độ mật: Tối mật</vt:lpstr></vt:vector></TitlesOfParts></Properties>"
    ),
    (
      "word/settings.xml",
      "<w:settings><w:docVars><w:docVar w:name=\"Độ mật\" w:val=\"Tối mật\"/></w:docVars></w:settings>"
    ),
    ("customXml/item2.xml", "<sisl><element name=\"Độ mật\" value=\"Tối mật\"/></sisl>"),
  ])
  func readsPropertiesOfDocumentSystems(_ name: String, _ content: String) throws {
    let reply = try WorkerReading.reply(SampleDocuments.docx([["x"]], members: [name: content]))
    #expect(reply.outcome == .read && reply.hits.map(\.level) == [.toiMat])
    #expect(reply.hits.map(\.part) == [.property])
  }

  @Test func decodesRunsByTheirFonts() throws {
    let runs =
      "<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTimeH\"/></w:rPr><w:t>tèi m</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii=\".VnTimeH\"/></w:rPr><w:t>Ët</w:t></w:r></w:p>"
    let text = try lines(["word/document.xml": SamplePackages.documentBody(runs)])
    #expect(text[.body] == ["TỐI MẬT"])
    let mixed =
      "<w:p><w:r><w:t>Độ mật: </w:t></w:r><w:r><w:rPr><w:rFonts w:hAnsi=\"VNI-Times\"/></w:rPr><w:t>Toái maät</w:t></w:r></w:p>"
    #expect(
      try lines(["word/document.xml": SamplePackages.documentBody(mixed)])[.body] == ["Độ mật: Tối mật"])
  }

  @Test func showsCapitals() throws {
    let run = "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>tối mật</w:t></w:r><w:r><w:t>, a</w:t></w:r></w:p>"
    #expect(try lines(["word/document.xml": SamplePackages.documentBody(run)])[.body] == ["TỐI MẬT, a"])
  }

  @Test func findsLevelsUnderTheirColumn() throws {
    func row(_ cells: [String]) -> String {
      "<w:tr>" + cells.map { "<w:tc><w:p><w:r><w:t>\($0)</w:t></w:r></w:p></w:tc>" }.joined() + "</w:tr>"
    }
    let table =
      "<w:tbl>" + row(["Số", "Trích yếu", "Độ mật"]) + row(["1", "Về việc a", "Thường"])
      + row(["2", "Về việc b", "Tuyệt mật"]) + "</w:tbl>"
    let file = SampleDocuments.docx([], members: ["word/document2.xml": SamplePackages.documentBody(table)])
    let hits = try WorkerReading.reply(file).hits
    #expect(hits.map(\.level) == [.tuyetMat] && hits.map(\.part) == [.body])
  }

  @Test func readsEmbeddedDocuments() throws {
    var outer = ZipBuilder()
    outer.add("[Content_Types].xml", "<Types/>")
    outer.add("word/document.xml", SamplePackages.documentBody("<w:p/>"))
    outer.add(
      "word/embeddings/sheet1.xlsx",
      SamplePackages.file(SamplePackages.xlsx, SamplePackages.sheetPlaces[1], "TỐI MẬT"))
    let reply = try WorkerReading.reply(outer.finished())
    #expect(reply.type == .docx && reply.hits.map(\.level) == [.toiMat] && reply.hits.first?.member == 1)
  }

  @Test func readsThroughLibxmlWhatTheScannerDoesNotTake() throws {
    let entity =
      "<!DOCTYPE d [<!ENTITY m \"MẬT\">]><w:document><w:p><w:r><w:t>TỐI &m;</w:t></w:r></w:p></w:document>"
    #expect(try lines(["word/document.xml": entity])[.body] == ["TỐI MẬT"])
    let broken = "<w:document><w:p><w:r><w:t>TỐI MẬT</w:t></w:r></w:p><w:p"
    let reply = try WorkerReading.reply(SampleDocuments.docx([], members: ["word/document1.xml": broken]))
    #expect(reply.cause == .damaged && reply.hits.map(\.level) == [.toiMat])
  }

  @Test func decodesHiddenRunsAndWordArt() throws {
    let hidden =
      "<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTimeH\"/><w:vanish/></w:rPr><w:t>tèi mËt</w:t></w:r></w:p>"
    #expect(try lines(["word/document.xml": SamplePackages.documentBody(hidden)])[.hidden] == ["TỐI MẬT"])
    let art =
      "<w:p><w:r><w:pict><v:textpath style=\"font-family:&quot;.VnTimeH&quot;;font-size:1pt\" string=\"tèi mËt\"/></w:pict></w:r></w:p>"
    #expect(try lines(["word/document.xml": SamplePackages.documentBody(art)])[.watermark] == ["TỐI MẬT"])
  }

  @Test(arguments: [
    ("<w:pPr><w:pStyle w:val=\"b\"/></w:pPr>", "", TextPart.Kind.body, "TỐI MẬT"),
    ("", "<w:rPr><w:rStyle w:val=\"c\"/></w:rPr>", .body, "TỐI MẬT"),
    ("<w:pPr><w:pStyle w:val=\"h\"/></w:pPr>", "", .hidden, "TỐI MẬT"),
    (
      "<w:pPr><w:pStyle w:val=\"b\"/></w:pPr>", "<w:rPr><w:rFonts w:ascii=\"Arial\"/></w:rPr>", .body,
      "tèi mËt"
    ),
    ("", "", .body, "tèi mËt"),
  ])
  func followsStyles(_ paragraph: String, _ run: String, _ kind: TextPart.Kind, _ text: String) throws {
    let styles =
      "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"a\"><w:rPr><w:rFonts w:ascii=\".VnTimeH\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style><w:style w:type=\"character\" w:styleId=\"c\"><w:rPr><w:rFonts w:ascii=\".VnTimeH\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"h\"><w:basedOn w:val=\"a\"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    let body = "<w:p>\(paragraph)<w:r>\(run)<w:t>tèi mËt</w:t></w:r></w:p>"
    let lines = try lines(["word/document.xml": SamplePackages.documentBody(body), "word/styles.xml": styles])
    #expect(lines[kind] == [text])
  }

  @Test func countsOnePlaceOnce() throws {
    let data = "<form><doMat>Tối mật</doMat></form>"
    let hits = try WorkerReading.reply(SampleDocuments.docx([["x"]], members: ["customXml/item1.xml": data]))
      .hits
    #expect(hits.map(\.level) == [.toiMat])
    let cells =
      "<row><c t=\"inlineStr\"><is><t>a\nTỐI MẬT</t></is></c><c t=\"inlineStr\"><is><t>TỐI MẬT</t></is></c></row>"
    let sheet = SamplePackages.xlsx.merging([
      "xl/worksheets/sheet1.xml": "<worksheet><sheetData>\(cells)</sheetData></worksheet>"
    ]) { $1 }
    var zip = ZipBuilder()
    for (name, content) in sheet { zip.add(name, content) }
    #expect(try WorkerReading.reply(zip.finished()).hits.count == 1)
  }

  @Test func joinsRunsOfOneFont() throws {
    let run = { (text: String) in "<r><rPr><rFont val=\"VNI-Times\"/></rPr><t>\(text)</t></r>" }
    let strings = "<sst><si>\(["M", "A", "Ä", "T"].map(run).joined())</si></sst>"
    #expect(try lines(["xl/sharedStrings.xml": strings])[.hidden] == ["MẬT"])
  }

  private func lines(_ members: [String: String]) throws -> [TextPart.Kind: [String]] {
    var zip = ZipBuilder()
    for (name, content) in members { zip.add(name, content) }
    return WorkerReading.lines(try WorkerReading.extract(Ooxml(), zip.finished()))
  }
}
