import Markings
import Testing

@testable import Documents

struct WordReaderTests {
  /// A document of Word 6 or 95 with 8-bit text and no tables.
  private func word6(_ text: [UInt8], flags: Int = 0) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 0x300)
    func put(_ at: Int, _ value: [UInt8]) { bytes.replaceSubrange(at..<(at + value.count), with: value) }
    put(0, Little.u16(0xA5DC, 0x68))
    put(10, Little.u16(flags))
    put(0x18, Little.u32(0x300, 0x300 + text.count))
    put(0x34, Little.u32(text.count))
    return bytes + text
  }

  private func lines(_ stream: [UInt8]) throws -> [String] {
    try WordReader.read(stream) { _ in nil }.parts.flatMap(\.lines)
  }

  @Test func readsWord95() throws {
    #expect(try lines(word6(Array("So: 4\rT".utf8) + [0xE8, 0x69, 0x0D])) == ["So: 4", "Tèi"])
    let reply = try Reading.bytes(
      OleEntry.file([
        "WordDocument": .stream(word6(Array("UBND\rT".utf8) + [0xE8, 0x69, 0x20, 0x4D, 0xCB, 0x54, 0x0D]))
      ]))
    #expect(reply.type == .doc && reply.found == [Found(.toiMat, .body)])
  }

  @Test func tellsFieldsFromText() throws {
    let text = Array("a\u{13} PAGE \u{14}1\u{15}b\r".utf8)
    let parts = try WordReader.read(word6(text)) { _ in nil }.parts
    #expect(parts == [TextPart(.body, lines: ["a1b"]), TextPart(.label, lines: [" PAGE "])])
  }

  @Test func saysEncrypted() {
    #expect(throws: Unreadable(.encrypted)) { _ = try lines(word6([0x41], flags: 0x100)) }
  }

  @Test func saysThatTextIsMissing() throws {
    #expect(try WordReader.read(word6(Array("abcdef".utf8)).dropLast(3)) { _ in nil }.isPartial)
  }

  @Test func refusesMissingTables() throws {
    var fib = [UInt8](repeating: 0, count: 0x400)
    fib.replaceSubrange(0..<4, with: Little.u16(0xA5EC, 0xC1))
    #expect(throws: Unreadable(.damaged)) { _ = try lines(fib) }
  }

  @Test func joinsPieces() throws {
    let list =
      Little.u32(0, 2, 4) + Little.u16(0) + Little.u32(0x4000_0000 | 20) + Little.u16(0, 0) + Little.u32(40)
      + Little.u16(0)
    let pieces = try WordPieces(
      BoundedBytes([1] + Little.u16(2) + [9, 9, 2] + Little.u32(list.count) + list), isOld: false)
    #expect(pieces.pieces.map(\.positions) == [0..<2, 2..<4])
    #expect(pieces.pieces.map(\.offset) == [10, 40] && pieces.pieces.map(\.width) == [1, 2])
    #expect(Array(pieces.overlapping(1..<2)).count == 1 && Array(pieces.overlapping(1..<3)).count == 2)
  }
}
