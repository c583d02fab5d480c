import Foundation
import Markings
import ParseWire
import TestSupport
import Testing

@testable import Documents

struct DocumentReaderTests {
  private func read(_ bytes: [UInt8], _ type: FileType, isContradicted: Bool = false) throws -> ParseReply {
    try WorkerReading.reply(bytes, type, isContradicted: isContradicted)
  }

  @Test func joinsRunsOfParagraph() throws {
    let reply = try read(SampleDocuments.docx([["Số: 4/BC"], ["TỐI M", "ẬT"]]), .zip)
    #expect(reply.type == .docx && reply.outcome == .read && reply.index == 3)
    #expect(reply.hits.map(\.level) == [.toiMat])
    #expect(reply.hits.first?.part == .body)
    #expect(reply.hits.first?.line == 2)
  }

  @Test func readsHeaderAndProperties() throws {
    let document = SampleDocuments.docx(
      [["x"]], header: "MẬT - Bản số 1/2 - Trang 1", custom: ("DoMat", "Tuyệt mật"))
    let reply = try read(document, .zip)
    #expect(Set(reply.hits.map(\.part)) == [.header, .property])
    #expect(reply.hits.contains { $0.level == .tuyetMat })
  }

  @Test func readsOdt() throws {
    let reply = try read(
      SampleDocuments.odt(["Báo cáo", "<text:span>TUYỆT</text:span> <text:span>MẬT</text:span>"]), .zip)
    #expect(reply.type == .odt && reply.hits.map(\.level) == [.tuyetMat])
  }

  @Test func saysEncrypted() throws {
    #expect(try read(SampleDocuments.odt(["x"], isEncrypted: true), .zip).cause == .encrypted)
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0, 0] + "EncryptedPackage".utf8.flatMap { [$0, 0] }
    #expect(try read(ole, .ole).cause == .encrypted)
  }

  @Test func readsPdfByPage() throws {
    let reply = try read(SampleDocuments.pdf(["BAO CAO", "TỐI MẬT"]), .pdf)
    #expect(reply.type == .pdf && reply.outcome == .read && reply.pages == 2)
    #expect(reply.hits.map(\.level) == [.toiMat])
    #expect(reply.hits.first?.page == 2)
  }

  @Test func saysImageOnly() throws {
    let reply = try read(SampleDocuments.pdf(["", ""]), .pdf)
    #expect(reply.outcome == .imageOnly && reply.pages == 2)
  }

  @Test(arguments: [
    (Array("%PDF-1.7 nothing".utf8), FileType.pdf), ([0x50, 0x4B, 3, 4, 1, 2, 3], .zip),
    (SampleDocuments.docx([["<broken"]]), .zip),
  ])
  func saysDamaged(_ bytes: [UInt8], _ type: FileType) throws {
    let reply = try read(bytes, type)
    #expect(reply.outcome == .unreadable && reply.cause == .damaged)
  }

  @Test func decidesByContentWhereNameLies() throws {
    let pdf = SampleDocuments.pdf(["TỐI MẬT"])
    #expect(try read(pdf, .unknown).type == .pdf)
    #expect(try read([1, 2, 3, 0, 0xFE], .unknown).outcome == .notDocument)
  }

  @Test(arguments: [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian, .utf16])
  func readsTextEncodings(_ encoding: String.Encoding) throws {
    let text = "Số: 4/BC-UBND\nTỐI MẬT\nBÁO CÁO về tình hình chung của đơn vị trong năm\n"
    let bytes = try #require(text.data(using: encoding))
    #expect(try read(Array(bytes), .text).hits.map(\.level) == [.toiMat])
    let decomposed = try #require(text.decomposedStringWithCanonicalMapping.data(using: encoding))
    #expect(try read(Array(decomposed), .text).hits.map(\.level) == [.toiMat])
  }

  @Test(
    arguments: [
      [0x54, 0xE8, 0x69, 0x20, 0x4D, 0xCB, 0x54], [0x54, 0x4F, 0xC1, 0x49, 0x20, 0x4D, 0x41, 0xC4, 0x54],
      [0x54, 0xD4, 0xEC, 0x49, 0x20, 0x4D, 0xC2, 0xF2, 0x54],
    ] as [[UInt8]])
  func readsLegacyText(_ line: [UInt8]) throws {
    #expect(try read(Array("UBND\n".utf8) + line + [0x0A], .text).hits.map(\.level) == [.toiMat])
  }
}
