import Foundation
import ParseWire
import Testing

struct MagicGateTests {
  private func isOpen(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { MagicGate.isOpen(for: $0) } }

  @Test(
    arguments: [
      [0x31, 0xBE, 0, 0, 0, 0xAB], [0xDB, 0xA5, 0x2D, 0, 0, 0], [0x09, 0x04, 0x06, 0, 0, 0],
      [0x04, 0x25, 0x21],
      [0xC7, 0x71, 0, 0], [0x78, 0x9F, 0x3E, 0x22], [0x50, 0x2A, 0x4D, 0x18, 0],
      Array("PK00PK\u{3}\u{4}".utf8),
      [0, 1, 2, 3] + Array("<HTML>".utf8), [0, 0, 0] + Array("%PDF-1.4".utf8), Array("#!/bin/sh\n\0".utf8),
    ] as [[UInt8]])
  func opensForDocuments(_ head: [UInt8]) { #expect(isOpen(head)) }

  @Test func opensForTarFilesWithoutMark() {
    var head = Array("name".utf8) + [UInt8](repeating: 0, count: 508)
    head.replaceSubrange(100..<108, with: Array("0000644\0".utf8))
    head.replaceSubrange(148..<156, with: Array("0012345\0".utf8))
    #expect(isOpen(head))
  }

  @Test func staysShutForNoise() {
    #expect(!isOpen([]))
    #expect(!isOpen([UInt8](repeating: 0, count: 4096)))
    #expect(!isOpen((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ ($0 >> 3)) }))
  }
}
