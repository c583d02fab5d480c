import Foundation
import Testing

@testable import Markings

struct LegacyEncodingTests {
  @Test(
    arguments: [
      ([0x54, 0xE8, 0x69, 0x20, 0x6D, 0xCB, 0x74], LegacyEncodings.tcvn3, "Tối mật"),
      ([0x4D, 0x86, 0x54], LegacyEncodings.tcvn5712, "MẬT"),
      ([0x54, 0x55, 0x59, 0x45, 0xC4, 0x54, 0x20, 0x4D, 0x41, 0xC4, 0x54], LegacyEncodings.vni, "TUYỆT MẬT"),
      ([0x54, 0x6F, 0xE1, 0x69, 0x20, 0x6D, 0x61, 0xE4, 0x74], LegacyEncodings.vni, "Tối mật"),
      ([0x54, 0xD3, 0x69, 0x20, 0x6D, 0xC6, 0x74], LegacyEncodings.vps, "Tối mật"),
      ([0x54, 0x55, 0x59, 0x8E, 0x54, 0x20, 0x4D, 0x87, 0x54], LegacyEncodings.viscii, "TUYỆT MẬT"),
      ([0x54, 0xF6, 0xEB, 0x69, 0x20, 0x6D, 0xEA, 0xE5, 0x74], LegacyEncodings.bkHCM2, "Tối mật"),
      ([0x54, 0x55, 0x59, 0xCF, 0xE5, 0x54], LegacyEncodings.bkHCM2, "TUYỆT"),
      ([0x54, 0xE4, 0xFA, 0x69, 0x20, 0x6D, 0xE1, 0xFB, 0x74], LegacyEncodings.vietwareX, "Tối mật"),
      ([0x54, 0xE7, 0x69, 0x20, 0x6D, 0xCB, 0x74], LegacyEncodings.vietwareF, "Tối mật"),
      ([0x54, 0x55, 0x59, 0xAA, 0x54, 0x20, 0x4D, 0xA4, 0x54], LegacyEncodings.bkHCM1, "TUYỆT MẬT"),
    ] as [([UInt8], LetterTable, String)])
  func decodes(_ bytes: [UInt8], _ table: LetterTable, _ text: String) {
    #expect(table.decode(bytes)?.precomposedStringWithCanonicalMapping == text)
  }

  @Test func decodesCP1258() {
    #expect(
      CP1258().decode([0x54, 0x55, 0x59, 0xCA, 0xF2, 0x54, 0x20, 0x4D, 0xC2, 0xF2, 0x54]) == "TUYỆT MẬT")
  }

  @Test func decodesVIQR() {
    #expect(VIQR.decode("TUYE^.T MA^.T")?.precomposedStringWithCanonicalMapping == "TUYỆT MẬT")
    #expect(VIQR.decode("To^'i ma^.t")?.precomposedStringWithCanonicalMapping == "Tối mật")
    #expect(VIQR.decode("d+o+. ddo^")?.hasSuffix("đô".decomposedStringWithCanonicalMapping) == true)
    #expect(VIQR.decode("mat") == nil)
  }

  @Test func decodesTextMisreadOnceAndTwice() {
    let once = Windows1252.letters(Array("Tối mật".utf8))
    let twice = Windows1252.letters(Array(once.utf8))
    #expect(Windows1252.bytes(once).flatMap(MisreadUTF8().decode) == "Tối mật")
    #expect(Windows1252.bytes(twice).flatMap(MisreadUTF8().decode) == "Tối mật")
  }

  @Test func encodersUndoDecoders() {
    for letter in "ậẬệỆốỐụỤđĐ" {
      for encoding in LegacyEncodings.all {
        for bytes in encoding.encode(letter) {
          let decoded = encoding.decode(bytes)?.precomposedStringWithCanonicalMapping.lowercased()
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

  @Test func fontDecides() {
    #expect(LegacyFont(name: ".VnTimeH")?.text("mËt") == "MẬT")
    #expect(LegacyFont(name: "VNI-Times")?.text("TOÁI MAÄT") == "TỐI MẬT")
    #expect(LegacyFont(name: "VPS Times")?.text("TÓi mÆt") == "Tối mật")
    #expect(LegacyFont(name: ".VnTime")?.text("không mật") == "không mật")
    #expect(LegacyFont(name: "Times New Roman") == nil)
  }
}
