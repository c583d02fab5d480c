import Testing

@testable import Documents

struct CompressedRtfTests {
  /// The example of [MS-OXRTFCP] 4.1.1.
  private static let example: [UInt8] = [
    0x2D, 0, 0, 0, 0x2B, 0, 0, 0, 0x4C, 0x5A, 0x46, 0x75, 0xF1, 0xC5, 0xC7, 0xA7, 0x03, 0x00, 0x0A, 0x00,
    0x72, 0x63,
    0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0A, 0xF3, 0x20, 0x68, 0x65, 0x6C, 0x09, 0x00, 0x20, 0x62,
    0x77, 0x05,
    0xB0, 0x6C, 0x64, 0x7D, 0x0A, 0x80, 0x0F, 0xA0,
  ]

  @Test func unpacks() throws {
    let (rtf, isWhole) = try CompressedRtf.unpack(Self.example, limit: 1000)
    #expect(String(decoding: rtf, as: UTF8.self) == "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n")
    #expect(isWhole)
  }

  @Test func saysThatItIsCut() throws {
    #expect(try !CompressedRtf.unpack(Array(Self.example.prefix(30)), limit: 1000).isWhole)
  }

  @Test func boundsSize() {
    #expect(throws: Unreadable(.tooLarge)) { _ = try CompressedRtf.unpack(Self.example, limit: 42) }
  }
}
