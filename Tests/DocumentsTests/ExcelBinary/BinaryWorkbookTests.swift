import Markings
import ParseWire
import TestSupport
import Testing

@testable import Documents

struct BinaryWorkbookTests {
  private func record(_ type: Int, _ content: [UInt8] = []) -> [UInt8] {
    let head = type < 128 ? [UInt8(type)] : [UInt8(type & 0x7F | 0x80), UInt8(type >> 7)]
    let size = content.count
    return head + (size < 128 ? [UInt8(size)] : [UInt8(size & 0x7F | 0x80), UInt8(size >> 7)]) + content
  }

  private func string(_ text: String) -> [UInt8] { Little.u32(text.utf16.count) + Little.utf16(text) }

  private func row(_ number: Int) -> [UInt8] { record(0, Little.u32(number)) }

  private func reply(_ members: [String: [UInt8]]) throws -> ParseReply {
    var zip = ZipBuilder()
    zip.add("[Content_Types].xml", "<Types/>")
    for (name, bytes) in members.sorted(by: { $0.key < $1.key }) { zip.add(name, bytes) }
    return try WorkerReading.reply(zip.finished(), name: "a.xlsb")
  }

  private func lines(_ part: BinaryWorkbook.Part, _ records: [UInt8]...) -> [TextPart.Kind: [String]] {
    var workbook = BinaryWorkbook()
    workbook.read(Array(records.joined()), part)
    return Dictionary(grouping: workbook.finished().map(\.part), by: \.kind).mapValues { $0.flatMap(\.lines) }
  }

  @Test func readsSharedStringsInTheirColumns() throws {
    let strings = record(19, [0] + string("Số")) + record(19, [0] + string("Tối mật"))
    let cells = row(0) + record(7, Little.u32(0, 0, 0)) + record(7, Little.u32(2, 0, 1))
    var workbook = BinaryWorkbook()
    workbook.read(strings, .strings)
    workbook.read(cells, .sheet(1))
    #expect(workbook.finished().map(\.part) == [TextPart(.body, page: 1, lines: ["Số\t\tTối mật"])])
    let reply = try reply(["xl/sharedStrings.bin": strings, "xl/worksheets/sheet1.bin": cells])
    #expect(reply.type == .xlsx && reply.outcome == .read && reply.found == [Found(.toiMat, .body)])
  }

  @Test func hidesStringsThatNoCellShows() {
    #expect(lines(.strings, record(19, [0] + string("MẬT")))[.hidden] == ["MẬT"])
  }

  @Test func readsCellsOfOwnText() {
    let cells = lines(
      .sheet(1), row(0), record(6, Little.u32(0, 0) + string("a")), record(17, Little.u32(0) + string("b")),
      row(1), record(8, Little.u32(1, 0) + string("c")), record(62, Little.u32(2, 0) + [0] + string("d")))
    #expect(cells[.body] == ["a\tb", "\tc\td"])
  }

  @Test func readsRunsInTheirFonts() {
    var workbook = BinaryWorkbook()
    let font = [UInt8](repeating: 0, count: 21)
    workbook.read(
      record(43, font + string("Calibri")) + record(43, font + string(".VnTimeH")) + record(617)
        + record(47, Little.u16(0, 0, 1)) + record(618), .styles)
    let rich: [UInt8] = [1] + string("a mËt") + Little.u32(1) + Little.u16(2, 1)
    workbook.read(
      row(0) + record(6, Little.u32(0, 0) + string("tèi mËt")) + record(62, Little.u32(1, 9) + rich),
      .sheet(1))
    #expect(workbook.finished().map(\.part.lines) == [["TỐI MẬT\ta MẬT"]])
  }

  @Test func readsNames() {
    let sheet = record(156, Little.u32(0, 1) + string("rId1") + string("MẬT"))
    let text: [UInt8] = [0x17] + Little.u16(7) + Little.utf16("TỐI MẬT")
    let name = record(39, Little.u32(0) + [0] + Little.u32(0) + string("x") + Little.u32(text.count) + text)
    #expect(lines(.names, sheet, name) == [.sheetName: ["MẬT", "x"], .label: ["TỐI MẬT"]])
  }

  @Test func readsPageHeadersAndComments() {
    let none = Little.u32(0xFFFF_FFFF)
    let header = record(
      479, Little.u16(0) + string("&L&\"Arial\"MẬT") + string("&CTỐI MẬT") + none + none + none + none)
    #expect(lines(.sheet(1), header) == [.header: ["MẬT"], .footer: ["TỐI MẬT"]])
    #expect(lines(.comments, record(637, [0] + string("MẬT"))) == [.comment: ["MẬT"]])
  }

  @Test func saysPartlyRead() throws {
    let reply = try reply(["xl/workbook.bin": record(156, Little.u32(0, 1) + Little.u32(90))])
    #expect(reply.type == .xlsx && reply.cause == .partlyRead)
    #expect(try self.reply(["xl/worksheets/sheet1.bin": [7, 200]]).cause == .partlyRead)
  }
}
