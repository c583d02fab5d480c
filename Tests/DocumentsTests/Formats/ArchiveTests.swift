import Markings
import ParseWire
import TestSupport
import Testing

@testable import Documents

struct ArchiveTests {
  private static let letter = SampleDocuments.docx([["Số: 4/BC-UBND"], ["TỐI MẬT"], ["BÁO CÁO"]])

  @Test(arguments: ArchiveBuilder.Format.allCases)
  func readsMembersOfArchives(_ format: ArchiveBuilder.Format) throws {
    let archive = try ArchiveBuilder.archive(format, [("a.txt", Array("x\n".utf8)), ("b.docx", Self.letter)])
    let type = format == .ar ? FileType.archive : TypeSniff.type(Array(archive.prefix(TypeSniff.length)))
    let reply = try WorkerReading.reply(archive, type)
    #expect(reply.outcome == .read && reply.hits.map(\.level) == [.toiMat])
    #expect(reply.hits.first?.member == 2)
  }

  @Test(arguments: ArchiveBuilder.Filter.allCases)
  func readsCompressedArchives(_ filter: ArchiveBuilder.Filter) throws {
    let archive = try ArchiveBuilder.archive(.tar, [("Công văn/b.docx", Self.letter)], filter: filter)
    #expect(try WorkerReading.reply(archive).hits.map(\.level) == [.toiMat])
    let bare = try ArchiveBuilder.compressed(filter, Self.letter)
    #expect(try WorkerReading.reply(bare).hits.map(\.level) == [.toiMat])
  }

  @Test func findsWhatIsNestedUnderAFalseName() throws {
    let zip = try ArchiveBuilder.archive(.zip, [("b.docx", Self.letter)])
    let archive = try ArchiveBuilder.archive(.tar, [("x/y.zip", zip)], filter: .gzip)
    let reply = try WorkerReading.reply(archive, name: "anh.jpg")
    #expect(reply.type == .compressed && reply.outcome == .read && reply.hits.map(\.level) == [.toiMat])
  }

  @Test func findsMarkingsInMemberNames() throws {
    let archive = try ArchiveBuilder.archive(.tar, [("VB MAT/05-BC (Mat).txt", Array("x".utf8))])
    #expect(try WorkerReading.reply(archive).hits.map(\.part) == [.name, .name])
  }

  @Test func saysTooDeep() throws {
    var bytes = Self.letter
    for _ in 0..<9 { bytes = try ArchiveBuilder.archive(.zip, [("a.zip", bytes)]) }
    #expect(try WorkerReading.reply(bytes).cause == .tooDeep)
    let limits = NestLimits()
    #expect(limits.depth == 8)
  }

  @Test func saysEncryptedAndReadsTheRest() throws {
    var zip = ZipBuilder()
    zip.add("secret.docx", Array("abc".utf8), isEncrypted: true)
    zip.add("open.docx", Self.letter)
    let reply = try WorkerReading.reply(zip.finished())
    #expect(reply.outcome == .unreadable && reply.cause == .encrypted && reply.hits.map(\.level) == [.toiMat])
    let aes = try ArchiveBuilder.archive(.zip, [("a.docx", Self.letter)], passphrase: "x")
    #expect(try WorkerReading.reply(aes).cause == .encrypted)
  }

  @Test(arguments: [ArchiveBuilder.Format.tar, .sevenZip, .zip])
  func saysDamagedWhereItBreaksOff(_ format: ArchiveBuilder.Format) throws {
    let noise = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    let archive = try ArchiveBuilder.archive(
      format, [("a.docx", Self.letter), ("b.txt", Array("x".utf8) + noise)])
    let reply = try WorkerReading.reply(Array(archive.prefix(archive.count * 2 / 3)), .archive)
    #expect(reply.outcome == .unreadable && [.damaged, .unsupported].contains(reply.cause))
  }

  @Test func refusesBombs() throws {
    let zeros = [UInt8](repeating: 0x20, count: 40 << 20)
    let inner = try ArchiveBuilder.compressed(.gzip, zeros)
    let members = (0..<8).map { ("\($0).gz", inner) }
    let reply = try WorkerReading.reply(try ArchiveBuilder.archive(.zip, members))
    #expect(reply.outcome == .unreadable && reply.cause == .tooLarge)
  }
}
