import Markings
import Testing

@testable import Documents

struct BiffReaderTests {
  private static let begin = record(0x0809, Little.u16(0x0600, 5, 0, 0, 0, 0, 0, 0))
  private static let begin5 = record(0x0809, Little.u16(0x0500, 5, 0, 0))
  private static let end = record(0x0A, [])

  private static func record(_ type: Int, _ content: [UInt8]) -> [UInt8] {
    Little.u16(type, content.count) + content
  }

  private static func wide(_ text: String) -> [UInt8] {
    Little.u16(text.utf16.count) + [1] + Little.utf16(text)
  }

  private func parts(_ records: [[UInt8]], begin: [UInt8] = Self.begin) throws -> [TextPart] {
    try BiffReader.read(begin + records.joined() + Self.end).parts
  }

  private func lines(_ kind: TextPart.Kind, _ records: [UInt8]..., begin: [UInt8] = Self.begin) throws
    -> [String]
  {
    try parts(records, begin: begin).filter { $0.kind == kind }.flatMap(\.lines)
  }

  @Test func readsSharedStrings() throws {
    let strings = Little.u32(2, 2) + Self.wide("Số") + Little.u16(3) + [0] + Array("MAT".utf8)
    let lines = try lines(
      .body, Self.record(0xFC, strings), Self.record(0xFD, Little.u16(0, 2, 0) + Little.u32(1)),
      Self.record(0xFD, Little.u16(3, 0, 0) + Little.u32(0)),
      Self.record(0xFD, Little.u16(3, 2, 0) + Little.u32(1)))
    #expect(lines == ["MAT", "Số\t\tMAT"])
  }

  /// A string that goes on in the next record, which says anew how wide its letters are.
  @Test func joinsContinuedStrings() throws {
    let first = Little.u32(2, 2) + Little.u16(4) + [0] + Array("TO".utf8)
    let second = [1] + Little.utf16("ẬT") + Little.u16(1) + [0x0C] + Little.u16(1) + Little.u32(5)
    let third: [UInt8] = Array("M".utf8) + [9, 9, 9, 9, 1]
    let fourth: [UInt8] = [2, 3, 4, 5]
    let lines = try lines(
      .body, Self.record(0xFC, first), Self.record(0x3C, second + third), Self.record(0x3C, fourth),
      Self.record(0xFD, Little.u16(0, 0, 0) + Little.u32(0)),
      Self.record(0xFD, Little.u16(1, 0, 0) + Little.u32(1)))
    #expect(lines == ["TOẬT", "M"])
  }

  @Test func readsCellsOfOwnText() throws {
    let lines = try lines(
      .body, Self.record(0x0204, Little.u16(0, 0, 0) + Self.wide("MẬT")),
      Self.record(0xD6, Little.u16(1, 0, 0) + Self.wide("a")),
      Self.record(0x06, Little.u16(2, 0, 0) + [0, 0]),
      Self.record(0x0207, Self.wide("TỐI MẬT")))
    #expect(lines == ["MẬT", "a", "TỐI MẬT"])
  }

  @Test func readsFontsOfCells() throws {
    let font = [UInt8](repeating: 0, count: 14) + [8, 0] + Array(".VnTimeH".utf8)
    let text = Little.u16(3) + [0] + [0x6D, 0xCB, 0x74]
    let lines = try lines(
      .body, Self.record(0x31, font), Self.record(0xE0, Little.u16(0)),
      Self.record(0x0204, Little.u16(0, 0, 0) + text))
    #expect(lines == ["MẬT"])
  }

  @Test(arguments: [
    (0x85, Little.u32(0) + [0, 0, 3, 0] + Array("MAT".utf8), TextPart.Kind.sheetName),
    (0x14, Little.u16(16) + [0] + Array(#"&C&"Arial,B"&14MAT"#.utf8.prefix(18)), .header),
    (0x15, Little.u16(5) + [0] + Array("&RMAT".utf8), .footer),
    (
      0x18, Little.u16(0) + [0, 3] + Little.u16(0, 0, 0) + Little.u32(0) + [0] + Array("MAT".utf8), .sheetName
    ),
    (0x100D, Little.u16(0) + [3, 0] + Array("MAT".utf8), .textBox),
  ])
  func tellsPlaces(_ type: Int, _ content: [UInt8], _ kind: TextPart.Kind) throws {
    var content = content
    if type == 0x14 { content[0] = UInt8(content.count - 3) }
    #expect(try lines(kind, Self.record(type, content)) == ["MAT"])
  }

  @Test(arguments: [(0x19, TextPart.Kind.comment), (0x06, .textBox)])
  func readsTextBoxes(_ object: Int, _ kind: TextPart.Kind) throws {
    let count = Little.u16(0, 0, 0, 0, 0, 3, 0, 0, 0)
    #expect(
      try lines(
        kind, Self.record(0x5D, Little.u16(0x15, 18, object)), Self.record(0x1B6, count),
        Self.record(0x3C, [1] + Little.utf16("MẬT")), Self.record(0x3C, [0])) == ["MẬT"])
  }

  @Test func readsExcel95() throws {
    let lines = try lines(
      .body, Self.record(0x42, Little.u16(1258)),
      Self.record(0x0204, Little.u16(0, 0, 0, 4) + [0x4D, 0xC2, 0xF2, 0x54]), begin: Self.begin5)
    #expect(lines == ["MẬT"])
  }

  @Test func saysEncrypted() {
    #expect(throws: Unreadable(.encrypted)) { _ = try parts([Self.record(0x2F, [0, 0])]) }
  }

  @Test func saysPartlyRead() throws {
    #expect(try BiffReader.read(Self.begin).isPartial)
    #expect(try BiffReader.read(Self.begin + Little.u16(0x85, 90)).isPartial)
    #expect(try BiffReader.read(Self.begin + Self.record(0x85, [1]) + Self.end).isPartial)
    #expect(try !BiffReader.read(Self.begin + Self.end + [0, 0, 0, 0, 0, 0, 0, 0]).isPartial)
  }
}
