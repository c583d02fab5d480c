import ParseWire
import TestSupport
import Testing

@testable import Documents

struct OleDocumentTests {
  @Test func saysEncrypted() throws {
    let file = OleEntry.file(["EncryptedPackage": .stream([1, 2, 3]), "EncryptionInfo": .stream([4])])
    #expect(try Reading.bytes(file).cause == .encrypted)
    let user = Little.u32(20, 0, 0, 0xF3D1_C4DF)
    let slides = OleEntry.file(["PowerPoint Document": .stream([0]), "Current User": .stream(user)])
    #expect(try Reading.bytes(slides).cause == .encrypted)
  }

  @Test func saysUnknown() throws {
    #expect(try Reading.bytes(OleEntry.file(["VisioDocument": .stream([1])])).cause == .unsupported)
    #expect(try Reading.bytes(OleEntry.file(["Catalog": .stream([1])])).type == .other)
  }

  @Test func readsPackages() throws {
    let document = SampleDocuments.docx([["TỐI MẬT"]])
    let native =
      Little.u32(0) + Little.u16(2) + Array("CV (Mat).docx\0x\0".utf8) + Little.u16(0, 3) + Little.u32(2) + [
        0x78, 0,
      ]
      + Little.u32(document.count) + document
    let file = OleEntry.file([
      "Workbook": .stream(
        Little.u16(0x0809, 16) + Little.u16(0x0600) + [UInt8](repeating: 0, count: 14) + Little.u16(0x0A, 0)),
      "MBD0001": .storage(["\u{1}Ole10Native": .stream(native)]),
      "MBD0002": .storage(["Package": .stream(document)]),
    ])
    let reply = try Reading.bytes(file)
    #expect(reply.type == .xls && reply.outcome == .read)
    #expect(reply.hits.filter { $0.part == .body }.count == 2)
    #expect(reply.hits.contains { $0.part == .name })
  }

  @Test func boundsDepth() throws {
    var entry = OleEntry.storage(["x": .stream([1])])
    for _ in 0...OleDocument.depthLimit { entry = .storage(["s": entry]) }
    #expect(try Reading.bytes(OleEntry.file(["s": entry])).outcome == .unreadable)
  }
}
