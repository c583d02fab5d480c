import Markings
import ParseWire
import TestSupport
import Testing

@testable import Documents

struct OdfTests {
  @Test(arguments: SamplePackages.odfPlaces)
  func readsEveryPlace(_ place: SamplePackages.Place) throws {
    let reply = try WorkerReading.reply(SamplePackages.file(SamplePackages.odt, place, "TỐI MẬT"))
    #expect(reply.type == .odt && reply.outcome == .read && reply.cause == .none)
    #expect(reply.hits.map(\.level) == [.toiMat])
    #expect(reply.hits.map(\.part.rawValue) == [place.part])
  }

  @Test func keepsColumnsOfSheets() throws {
    let sheet =
      "<office:spreadsheet><table:table table:name=\"a\"><table:table-row><table:table-cell><text:p>Số</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell><text:p>Độ mật</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell table:number-columns-repeated=\"3\"/><table:table-cell><text:p>Tuyệt mật</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"
    var zip = ZipBuilder()
    zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    zip.add("content.xml", sheet)
    let extract = try WorkerReading.extract(Odf(), zip.finished())
    #expect(WorkerReading.lines(extract)[.body] == ["Số\t\t\tĐộ mật", "\t\t\tTuyệt mật"])
    let reply = try WorkerReading.reply(zip.finished())
    #expect(
      reply.type == .odf && reply.hits.contains { $0.level == .tuyetMat && $0.line == 2 && $0.page == 1 })
  }

  @Test func readsPropertiesOfTheUser() throws {
    var zip = ZipBuilder()
    zip.add("mimetype", "application/vnd.oasis.opendocument.text")
    zip.add("content.xml", "<x/>")
    zip.add(
      "meta.xml",
      "<m><office:meta><meta:user-defined meta:name=\"Độ mật\">Mật</meta:user-defined></office:meta></m>")
    #expect(try WorkerReading.reply(zip.finished()).hits.map(\.part) == [.property])
  }

  @Test func readsFlatDocuments() throws {
    let flat = try #require(SampleFiles.all("x").first { $0.name == "fodt" })
    let reply = try WorkerReading.reply(flat.bytes)
    #expect(reply.type == .xml && reply.hits.map(\.level) == [.toiMat] && reply.hits.first?.line == 2)
  }

  @Test func decodesSpansByTheirFonts() throws {
    let xml =
      "<d><style:style style:name=\"T1\"><style:text-properties style:font-name=\".VnTimeH\"/></style:style><text:p><text:span text:style-name=\"T1\">mËt</text:span></text:p></d>"
    var zip = ZipBuilder()
    zip.add("content.xml", xml)
    #expect(WorkerReading.lines(try WorkerReading.extract(Odf(), zip.finished()))[.body] == ["MẬT"])
  }

  @Test func followsDeclaredFontsAndParentStyles() throws {
    var zip = ZipBuilder()
    zip.add(
      "styles.xml",
      "<d><style:font-face style:name=\"F1\" svg:font-family=\"'.VnTimeH'\"/><style:style style:name=\"P\"><style:text-properties style:font-name=\"F1\"/></style:style></d>"
    )
    zip.add(
      "content.xml",
      "<d><style:style style:name=\"P1\" style:parent-style-name=\"P\"/><text:p text:style-name=\"P1\">tèi mËt</text:p></d>"
    )
    #expect(WorkerReading.lines(try WorkerReading.extract(Odf(), zip.finished()))[.body] == ["TỐI MẬT"])
  }

  @Test func readsLinesAndHiddenTextOfCells() throws {
    let sheet =
      "<office:spreadsheet><style:style style:name=\"H\"><style:text-properties text:display=\"none\"/></style:style><table:table><table:table-row><table:table-cell><text:p>Số: 4</text:p><text:p>TỐI MẬT</text:p><text:p><text:span text:style-name=\"H\">MẬT</text:span></text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"
    var zip = ZipBuilder()
    zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    zip.add("content.xml", sheet)
    let reply = try WorkerReading.reply(zip.finished())
    #expect(reply.found == [Found(.toiMat, .body), Found(.mat, .hidden)])
  }
}
