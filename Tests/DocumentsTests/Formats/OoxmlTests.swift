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
    #expect(try WorkerReading.reply(file).hits.contains { $0.level == .tuyetMat && $0.line == 3 })
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

  @Test func saysBinaryWorkbookIsNotRead() throws {
    var zip = ZipBuilder()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add("xl/workbook.bin", [1, 2, 3])
    let reply = try WorkerReading.reply(zip.finished())
    #expect(reply.type == .xlsx && reply.cause == .unsupported)
  }

  private func lines(_ members: [String: String]) throws -> [TextPart.Kind: [String]] {
    var zip = ZipBuilder()
    for (name, content) in members { zip.add(name, content) }
    return WorkerReading.lines(try WorkerReading.extract(Ooxml(), zip.finished()))
  }
}
