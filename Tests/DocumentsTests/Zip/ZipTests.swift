import ParseWire
import TestSupport
import Testing

@testable import Documents

struct ZipTests {
  private static let text = Array(String(repeating: "một hai ba\n", count: 500).utf8)

  private func packed() throws -> [UInt8] {
    try ArchiveBuilder.archive(.zip, [("a.txt", Self.text), ("Công văn.txt", Array("x".utf8))])
  }

  @Test func unpacksMembers() throws {
    let zip = try Zip(DocumentFile(bytes: try packed()))
    #expect(zip.entries.map(\.name) == ["a.txt", "Công văn.txt"])
    let content = try zip.content(zip.entries[0])
    #expect(content.cause == .none && content.bytes == Self.text)
  }

  @Test func findsArchiveBehindAProgram() throws {
    let zip = try Zip(DocumentFile(bytes: [UInt8](repeating: 7, count: 999) + packed()))
    #expect(try zip.content(zip.entries[0]).bytes == Self.text)
  }

  @Test func recoversMembersWithoutADirectory() throws {
    let bytes = try packed()
    let zip = try Zip(DocumentFile(bytes: Array(bytes.dropLast(30))))
    #expect(zip.directory.isDamaged)
    #expect(try zip.content(zip.entries[0]).bytes == Self.text)
  }

  @Test func noticesChangedBytes() throws {
    var zip = ZipBuilder()
    zip.add("a", Self.text)
    var bytes = zip.finished()
    bytes[100] ^= 1
    let damaged = try Zip(DocumentFile(bytes: bytes))
    #expect(try damaged.content(damaged.entries[0]).cause == .damaged)
  }

  @Test func refusesMembersBeyondTheLimit() throws {
    var builder = ZipBuilder()
    builder.add("word/document.xml", [UInt8](repeating: 0x20, count: 200))
    let zip = try Zip(DocumentFile(bytes: builder.finished()))
    #expect(try zip.content(zip.entries[0]).cause == .none)
    zip.memberSizeLimit = 199
    #expect(try zip.content(zip.entries[0]).cause == .tooLarge)
  }

  @Test func survivesEveryCut() throws {
    let bytes = try packed()
    for count in stride(from: 0, to: bytes.count, by: 3) {
      do {
        let zip = try Zip(DocumentFile(bytes: Array(bytes.prefix(count))))
        #expect(zip.directory.isDamaged)
        for entry in zip.entries { _ = try zip.content(entry) }
      } catch {
        #expect(error.cause == .damaged)
      }
    }
  }

  /// The end record of a large archive may state any 64-bit size.
  @Test(arguments: [UInt64(1) << 63, UInt64.max, 1 << 62])
  func survivesSizesBeyondAllFiles(_ size: UInt64) throws {
    func little(_ value: UInt64, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let record = little(0x0606_4B50, 4) + [UInt8](repeating: 0, count: 36) + little(size, 8) + little(size, 8)
    let locator = little(0x0706_4B50, 4) + little(0, 4) + little(0, 8) + little(1, 4)
    let end =
      little(0x0605_4B50, 4) + [UInt8](repeating: 0, count: 4) + [UInt8](repeating: 0xFF, count: 12) + [0, 0]
    do { #expect(try ZipDirectory(DocumentFile(bytes: record + locator + end)).isDamaged) } catch {
      #expect([.damaged, .tooLarge].contains(error.cause))
    }
  }
}
