import Foundation
import Testing

@testable import Markings

struct BytePrefilterTests {
  @Test(arguments: Fragment.all().filter { $0.expect != "NONE" })
  func letsEveryMarkingThrough(_ fragment: Fragment) throws {
    let rules = try Repository.markingRules()
    let filter = rules.prefilter(fragment.part.kind)
    for text in [fragment.text, fragment.text.decomposedStringWithCanonicalMapping] {
      #expect(filter.matches(text))
      for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
        let bytes = try #require(text.data(using: encoding))
        #expect(filter.matches(Array(bytes)))
      }
    }
  }

  @Test func refusesOrdinaryBytes() throws {
    let filter = try Repository.markingRules().prefilter(.body)
    #expect(!filter.matches(Array("the quick brown fox, một hai ba, mặt trời, mất".utf8)))
    #expect(!filter.matches([]))
    #expect(!filter.matches([0xBA]))
    #expect(!filter.matches([UInt8](repeating: 0, count: 4096)))
  }

  @Test(
    arguments: [
      [0x4D, 0xCB, 0x54], [0x6D, 0xCB, 0x74], [0x4D, 0x41, 0xC4, 0x54], [0x6D, 0x61, 0xE4, 0x74],
      [0x4D, 0xC2, 0xF2, 0x54], [0x4D, 0x00, 0xAC, 0x1E, 0x54, 0x00], [0x4D, 0xC3, 0x8B, 0x54],
    ] as [[UInt8]])
  func knowsLegacyBytes(_ bytes: [UInt8]) throws {
    #expect(try Repository.markingRules().prefilter(.body).matches([0x20] + bytes + [0x0A]))
  }
}
