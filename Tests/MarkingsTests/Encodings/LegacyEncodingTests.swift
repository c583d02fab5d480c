import Testing

@testable import Markings

struct LegacyEncodingTests {
  @Test func decodesTCVN3() {
    #expect(TCVN3().decode([0x54, 0xE8, 0x69, 0x20, 0x6D, 0xCB, 0x74]) == "Tối mật")
  }

  @Test func decodesVNI() {
    let bytes: [UInt8] = [0x54, 0x55, 0x59, 0x45, 0xC4, 0x54, 0x20, 0x4D, 0x41, 0xC4, 0x54]
    #expect(VNI().decode(bytes) == "TUYỆT MẬT")
    #expect(VNI().decode([0x54, 0x6F, 0xE1, 0x69, 0x20, 0x6D, 0x61, 0xE4, 0x74]) == "Tối mật")
  }

  @Test func decodesCP1258() {
    #expect(
      CP1258().decode([0x54, 0x55, 0x59, 0xCA, 0xF2, 0x54, 0x20, 0x4D, 0xC2, 0xF2, 0x54]) == "TUYỆT MẬT")
  }

  @Test func encodersUndoDecoders() {
    for letter in "ậẬệỆốỐụỤđĐ" {
      for encoding in LegacyEncodings.all {
        for bytes in encoding.encode(letter) {
          let decoded = encoding.decode(bytes)?.lowercased()
          #expect(decoded == letter.lowercased(), "\(encoding) \(letter)")
        }
      }
    }
  }

  @Test func spellsLetterInEveryOrder() {
    let spellings = LetterForms.spellings(of: "Ậ")
    #expect(spellings.count == 5)
    #expect(spellings.allSatisfy { $0 == "Ậ" })
  }
}
