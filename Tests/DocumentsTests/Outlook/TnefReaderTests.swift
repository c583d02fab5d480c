import Markings
import ParseWire
import TestSupport
import Testing

@testable import Documents

struct TnefReaderTests {
  private let mark: [UInt8] = [0x78, 0x9F, 0x3E, 0x22, 1, 0]

  private func attribute(_ id: Int, _ data: [UInt8], level: UInt8 = 1) -> [UInt8] {
    [level] + Little.u32(id, data.count) + data + Little.u16(0)
  }

  private func sized(_ bytes: [UInt8]) -> [UInt8] {
    Little.u32(bytes.count) + bytes + [UInt8](repeating: 0, count: -bytes.count & 3)
  }

  private func property(_ type: Int, _ id: Int, _ bytes: [UInt8], name: String? = nil) -> [UInt8] {
    var head = Little.u16(type, id)
    if let name {
      head += [UInt8](repeating: 0, count: 16) + Little.u32(1) + sized(Little.utf16(name + "\0"))
    }
    return head + Little.u32(1) + sized(bytes)
  }

  private func properties(_ items: [UInt8]...) -> [UInt8] { Little.u32(items.count) + items.joined() }

  private func reply(_ attributes: [UInt8]...) throws -> ParseReply {
    try Reading.bytes(mark + attributes.joined(), name: "winmail.dat")
  }

  @Test func readsSubjectAndBody() throws {
    let list = properties(
      Little.u16(3, 0x3FDE) + Little.u32(65001),
      property(0x1F, 0x0037, Little.utf16("CV TỐI MẬT ngày 9/4\0")),
      property(0x1E, 0x1000, Array("UBND\r\nTUY".utf8) + [0xD6, 0x54, 0x20, 0x4D, 0xCB, 0x54, 0]))
    let reply = try reply(attribute(0x69003, list))
    #expect(reply.type == .mail && reply.outcome == .read)
    #expect(reply.found == [Found(.toiMat, .subject), Found(.tuyetMat, .body)])
  }

  @Test func readsOldAttributes() throws {
    let reply = try reply(
      attribute(0x18004, Array("[MẬT] a\0".utf8)), attribute(0x2800C, Array("TỐI MẬT\0".utf8)))
    #expect(reply.found == [Found(.mat, .subject), Found(.toiMat, .body)])
  }

  @Test func readsPagesAndPackedRtf() throws {
    let rtf = Array(#"{\rtf1 T\u7888?I M\u7852?T\par}"#.utf8)
    let packed = Little.u32(rtf.count + 12, rtf.count, 0x414C_454D, 0) + rtf
    let list = properties(
      property(0x102, 0x1013, Array("<html><body><p>TUYỆT MẬT</p></body></html>".utf8)),
      property(0x102, 0x1009, packed))
    #expect(try reply(attribute(0x69003, list)).found == [Found(.tuyetMat, .body), Found(.toiMat, .body)])
  }

  @Test func readsNamedProperty() throws {
    let list = properties(property(0x1F, 0x8001, Little.utf16("Tối mật\0"), name: "DoMat"))
    #expect(try reply(attribute(0x69003, list)).found == [Found(.toiMat, .property)])
  }

  @Test func readsAttachments() throws {
    let inner = mark + attribute(0x2800C, Array("TUYỆT MẬT\0".utf8))
    let object = properties(property(0x0D, 0x3701, [UInt8](repeating: 7, count: 16) + inner))
    let reply = try reply(
      attribute(0x69002, [0], level: 2), attribute(0x6800F, SampleDocuments.docx([["TỐI MẬT"]]), level: 2),
      attribute(0x18010, Array("a.docx\0".utf8), level: 2),
      attribute(0x69005, properties(property(0x1F, 0x3707, Little.utf16("CV (Mat).docx\0"))), level: 2),
      attribute(0x69002, [0], level: 2), attribute(0x69005, object, level: 2))
    #expect(reply.found == [Found(.toiMat, .body), Found(.tuyetMat, .body), Found(.mat, .name)])
  }

  @Test func saysPartlyRead() throws {
    let whole = attribute(0x2800C, Array("TỐI MẬT\0".utf8))
    let reply = try reply(whole, Array(whole.dropLast(4)))
    #expect(reply.cause == .partlyRead && reply.hits.map(\.level) == [.toiMat])
    #expect(try self.reply(attribute(0x69003, properties(Little.u16(0x77, 1)))).cause == .partlyRead)
  }
}
