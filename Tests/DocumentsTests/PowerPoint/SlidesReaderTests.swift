import Markings
import Testing

@testable import Documents

struct SlidesReaderTests {
  private func atom(_ type: Int, _ content: [UInt8], instance: Int = 0, version: Int = 0) -> [UInt8] {
    Little.u16(instance << 4 | version, type) + Little.u32(content.count) + content
  }

  private func container(_ type: Int, _ content: [UInt8]...) -> [UInt8] {
    atom(type, Array(content.joined()), version: 0xF)
  }

  private func parts(_ stream: [UInt8]) throws -> [TextPart] { try SlidesReader.read(stream).extract.parts }

  @Test func readsBothKindsOfText() throws {
    let wide = atom(0x0FA0, Little.utf16("a\rTỐI MẬT"))
    #expect(
      try parts(container(0x03EE, wide, atom(0x0FA8, Array("x".utf8)))) == [
        TextPart(.body, lines: ["a", "TỐI MẬT", "x"])
      ])
  }

  @Test func tellsPlaces() throws {
    let mat = Little.utf16("MẬT")
    let text = atom(0x0FA0, mat)
    let art = atom(0xF00B, Little.u16(0x80C0) + Little.u32(mat.count) + mat, instance: 1, version: 3)
    let cases: [(TextPart.Kind, [UInt8])] = [
      (.note, container(0x03F0, text)), (.body, container(0x03F8, text)),
      (.footer, container(0x0FD9, atom(0x0FBA, mat, instance: 2))),
      (.header, container(0x0FD9, atom(0x0FBA, mat, instance: 1))),
      (
        .comment,
        container(0x1388, container(0x138A, atom(0x138B, container(0x2EE0, atom(0x0FBA, mat, instance: 1)))))
      ),
      (.sheetName, container(0x03EE, atom(0x0FBA, mat))),
      (.textBox, container(0x040C, container(0xF004, art))),
    ]
    for (kind, stream) in cases { #expect(try parts(stream) == [TextPart(kind, lines: ["MẬT"])]) }
  }

  @Test func readsRunsInTheirFonts() throws {
    let name = Little.utf16(".VnTimeH")
    let font = atom(0x0FB7, name + [UInt8](repeating: 0, count: 68 - name.count), instance: 3)
    let tabs = Little.u32(0x100800) + Little.u16(1, 1) + Little.u32(9)
    let styles =
      Little.u32(10) + Little.u16(0) + tabs + Little.u32(2, 0x20001) + Little.u16(0, 18)
      + Little.u32(8, 0x10000)
      + Little.u16(3)
    let text = atom(0x0FA0, Little.utf16("a tèi mËt")) + atom(0x0FA1, styles)
    #expect(try parts(container(0x03E8, font, text)) == [TextPart(.body, lines: ["a TỐI MẬT"])])
    let cut = text.dropLast(4)
    #expect(try parts(container(0x03E8, font, Array(cut))) == [TextPart(.body, lines: ["a tèi mËt"])])
  }

  @Test func handsOverObjects() throws {
    let objects = try SlidesReader.read(atom(0x1011, Little.u32(9) + [1, 2], instance: 1)).objects
    #expect(objects.count == 1 && objects[0].isPacked && objects[0].size == 9)
  }

  @Test func saysEncryptedAndCut() throws {
    #expect(throws: Unreadable(.encrypted)) { _ = try parts(atom(0x2F14, [1])) }
    #expect(try SlidesReader.read(Array(atom(0x0FA0, Little.utf16("MẬT")).dropLast())).extract.isPartial)
  }

  @Test func boundsDepth() {
    var stream: [UInt8] = []
    for _ in 0...SlidesReader.depthLimit { stream = container(0x03EE, stream) }
    #expect(throws: Unreadable(.tooDeep)) { _ = try parts(stream) }
  }
}
