import Markings
import TestSupport
import Testing

struct MessageReaderTests {
  private func entry(_ code: String, _ bytes: [UInt8]) -> [String: OleEntry] {
    ["__substg1.0_\(code)": .stream(bytes)]
  }

  private func message(_ entries: [String: OleEntry]...) -> [UInt8] {
    var all: [String: OleEntry] = ["__properties_version1.0": .stream([UInt8](repeating: 0, count: 32))]
    for more in entries { all.merge(more) { $1 } }
    return OleEntry.file(all)
  }

  @Test func readsSubjectAndBody() throws {
    let reply = try Reading.bytes(
      message(
        entry("0037001F", Little.utf16("Fwd: CV TỐI MẬT ngày 9/4")),
        entry("1000001F", Little.utf16("Kính gửi\r\nTUYỆT MẬT\r\nHết"))))
    #expect(reply.type == .msg && reply.outcome == .read)
    #expect(reply.found == [Found(.toiMat, .subject), Found(.tuyetMat, .body)])
  }

  @Test func readsLegacyBody() throws {
    let reply = try Reading.bytes(
      message(entry("1000001E", Array("UBND\r\nT".utf8) + [0xE8, 0x69, 0x20, 0x6D, 0xCB, 0x74])))
    #expect(reply.hits.map(\.level) == [.toiMat])
  }

  @Test func readsPackedRtf() throws {
    let rtf = Array(#"{\rtf1 a\par T\u7888?I M\u7852?T\par}"#.utf8)
    let packed = Little.u32(rtf.count + 12, rtf.count, 0x414C_454D, 0) + rtf
    let reply = try Reading.bytes(message(entry("10090102", packed)))
    #expect(reply.found == [Found(.toiMat, .body)])
    #expect(try Reading.bytes(message(entry("10090102", packed.dropLast(9)))).cause == .partlyRead)
  }

  @Test func readsNamedProperty() throws {
    let names: [String: OleEntry] = [
      "__nameid_version1.0": .storage([
        "__substg1.0_00030102": .stream(Little.u32(0) + Little.u16(1, 0)),
        "__substg1.0_00040102": .stream(Little.u32(10) + Little.utf16("DoMat")),
      ])
    ]
    let reply = try Reading.bytes(message(names, entry("8000001F", Little.utf16("Tối mật"))))
    #expect(reply.found == [Found(.toiMat, .property)])
  }

  @Test func readsAttachments() throws {
    let attached: [String: OleEntry] = [
      "__attach_version1.0_#00000000": .storage(
        entry("37010102", SampleDocuments.docx([["TỐI MẬT"]])).merging(
          entry("3707001F", Little.utf16("CV (Mat).docx"))
        ) { $1 }),
      "__attach_version1.0_#00000001": .storage([
        "__substg1.0_3701000D": .storage(
          entry("1000001F", Little.utf16("TUYỆT MẬT")).merging(["__properties_version1.0": .stream([0])]) {
            $1
          })
      ]),
    ]
    let reply = try Reading.bytes(message(attached))
    #expect(reply.found.isSuperset(of: [Found(.toiMat, .body), Found(.tuyetMat, .body)]))
    #expect(reply.hits.contains { $0.part == .name })
  }

  @Test func saysEncryptedAttachment() throws {
    let attached: [String: OleEntry] = [
      "__attach_version1.0_#00000000": .storage(
        entry("37010102", [1, 2, 3]).merging(entry("3707001F", Little.utf16("message.rpmsg"))) { $1 })
    ]
    #expect(try Reading.bytes(message(attached)).cause == .encrypted)
  }
}
