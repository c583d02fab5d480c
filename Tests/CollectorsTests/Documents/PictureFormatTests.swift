import Facts
import TestSupport
import Testing

@testable import Collectors

struct PictureFormatTests {
  private func png(_ width: UInt32, _ height: UInt32) -> [UInt8] {
    func big(_ value: UInt32) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13) + Array("IHDR".utf8) + big(width)
      + big(height) + [8, 2, 0, 0, 0] + [UInt8](repeating: 7, count: 64)
  }

  private func jpeg(_ width: UInt16, _ height: UInt16) -> [UInt8] {
    let comment = [UInt8](repeating: 0x41, count: 5000)
    return [0xFF, 0xD8, 0xFF, 0xE1, 0x13, 0x8A] + comment + [0xFF, 0xC0, 0, 17, 8]
      + [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255), 3, 0, 0, 0]
  }

  private func pictures(_ tree: TemporaryTree) throws -> [PictureFolder] {
    let options = CollectorOptions(
      rules: Built.rules, worker: try #require(BuiltProgram.path("airseal-parse")))
    let host = try tree.host()
    return try Collected(DocumentCollector.tables) {
      try DocumentCollector(options).collect(from: host, into: $0)
    }.rows()
  }

  @Test func picturesOfPagesAreCountedByFolder() throws {
    let tree = try TemporaryTree().file("home/an/anh/a.png", bytes: png(1240, 1754), at: 1_700_000_000)
      .file("home/an/anh/b.jpg", bytes: jpeg(3000, 4000), at: 1_700_000_100)
      .file("home/an/anh/icon.png", bytes: png(64, 64)).file("home/an/anh/line.png", bytes: png(4000, 20))
      .file("usr/share/backgrounds/c.png", bytes: png(3840, 2160))
      .file("home/an/quet.tif", bytes: [0x49, 0x49, 0x2A, 0] + [UInt8](repeating: 1, count: 30_000))
    let found = try pictures(tree)
    #expect(found.map(\.path) == ["/home/an", "/home/an/anh"])
    #expect(found.map(\.pictures) == [1, 2])
    #expect(found.last?.newest == 1_700_000_100)
  }
}
