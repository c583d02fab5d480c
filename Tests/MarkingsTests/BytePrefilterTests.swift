import Foundation
import Testing

@testable import Markings

@Suite(.serialized)
struct BytePrefilterTests {
  nonisolated(unsafe) private static let loaded = Result { try Repository.markingRules() }

  private let rules: MarkingRules

  init() throws { rules = try Self.loaded.get() }

  @Test func letsEveryMarkingThrough() throws {
    for sample in SampleText.all("positive") {
      let kind = try #require(sample.parts().first?.kind)
      let filter = rules.prefilter(kind)
      for text in [sample.text, sample.text.decomposedStringWithCanonicalMapping] {
        #expect(filter.matches(text), "\(sample.id)")
        // Names and properties are Unicode by their form; escapes of other bytes stand in 8-bit text.
        guard ![.name, .property, .subject].contains(kind), !text.utf8.allSatisfy({ $0 < 0x80 }) else {
          continue
        }
        for encoding in [
          String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
        ] {
          let bytes = try #require(text.data(using: encoding))
          #expect(filter.matches(Array(bytes)), "\(sample.id) \(encoding)")
        }
      }
    }
  }

  @Test func refusesOrdinaryBytes() throws {
    let filter = rules.prefilter(.body)
    #expect(!filter.matches(Array("the quick brown fox, một hai ba, mặt trời, mất".utf8)))
    #expect(!filter.matches([]))
    #expect(!filter.matches([0xBA]))
    #expect(!filter.matches([UInt8](repeating: 0, count: 4096)))
  }

  @Test(
    arguments: [
      [0x4D, 0xCB, 0x54], [0x6D, 0xCB, 0x74], [0x4D, 0x41, 0xC4, 0x54], [0x6D, 0x61, 0xE4, 0x74],
      [0x4D, 0xC2, 0xF2, 0x54], [0x4D, 0x00, 0xAC, 0x1E, 0x54, 0x00], [0x4D, 0xC3, 0x8B, 0x54],
      [0x4D, 0xC6, 0x54], [0x4D, 0x87, 0x54], [0x6D, 0xA7, 0x74], [0x4D, 0xCA, 0xC5, 0x54],
      [0x4D, 0x86, 0x54], [0x4D, 0xA4, 0x54], [0x4D, 0xC1, 0xDB, 0x54],
    ] as [[UInt8]])
  func knowsLegacyBytes(_ bytes: [UInt8]) throws {
    #expect(rules.prefilter(.body).matches([0x20] + bytes + [0x0A]))
  }

  @Test(arguments: [
    "M&#7852;T", "m&#x1ead;t", "M\\u1EACT", "M\\u7852?T", "M=E1=BA=ACT", "M%E1%BA%ACT", "MA^.T", "ma.^t",
    "M&Acirc;&#803;T", "M\u{C3}\u{A1}\u{C2}\u{BA}\u{C2}\u{AC}T", "M Ậ T", "M.Ậ.T", "M\u{200B}Ậ\u{200B}T",
  ])
  func knowsNotation(_ text: String) throws {
    #expect(rules.prefilter(.body).matches(text))
  }

  @Test func spellingsStayFew() {
    let spellings =
      rules.rules.filter { $0.parts != [.name] }.flatMap(\.anchors)
      + rules.columns.flatMap(\.anchors)
    let counts = Set(spellings).map { ($0.word, Set($0.spellings()).count) }
    #expect(counts.allSatisfy { $0.1 < 10_000 }, "\(counts.filter { $0.1 > 1000 })")
    #expect(counts.reduce(0) { $0 + $1.1 } < 30_000)
  }

  @Test func knowsBase64InEveryPlace() throws {
    for before in ["", "a", "ab"] {
      let text = Data("\(before) TỐI MẬT và nhiều chữ khác nữa để dòng này thật là dài cho đủ".utf8)
      #expect(rules.prefilter(.body).matches(text.base64EncodedString()))
    }
  }

  @Test(arguments: ["MẬT", "m\u{1EA1}\u{302}t", "m\u{CB}t", "&#7852;T", "TOP SECRET"])
  func findsWhereverItStands(_ word: String) throws {
    let filter = rules.prefilter(.body)
    let filling = Array(String(repeating: "a ế 1ụ\n", count: 600).utf8)
    for offset in (0..<40).map({ $0 }) + (100..<180).map({ $0 }) + (4050..<4130).map({ $0 }) {
      let bytes = filling.prefix(offset) + Array("M\(word)".utf8) + filling.prefix(offset % 23)
      let found = bytes.withUnsafeBytes { filter.next(in: $0, from: 0) }
      #expect(found.map { (offset..<(offset + 20)).contains($0) } == true, "\(offset)")
    }
  }

  @Test func findsTheNextOneAfterEach() throws {
    let filter = rules.prefilter(.body)
    let text = Array(String(repeating: "một hai mật ba bốn MẬT năm\n", count: 50).utf8)
    var count = 0
    text.withUnsafeBytes { bytes in
      var at = 0
      while let position = filter.next(in: bytes, from: at) {
        count += 1
        at = position + 4
      }
    }
    #expect(count == 100)
  }

  @Test func ordinarySentencesHoldNoSpacedWord() throws {
    let filter = rules.prefilter(.body)
    #expect(!filter.matches("nhiệm vụ phòng; có các đã có ó c; dạ dày và tá tràng; lã chã ã c"))
    #expect(filter.matches("b ó c") && filter.matches("M Ậ T") && filter.matches("M\u{A0}Ậ T"))
  }
}
