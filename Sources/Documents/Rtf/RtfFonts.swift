import Markings

/// The fonts of an RTF file, as far as they decide how bytes read.
struct RtfFonts {
  /// How the text of a font is stored.
  enum Code: Equatable {
    case legacy(LegacyFont)
    case codePage(Int)
  }

  /// Fonts that one file may name.
  static let limit = 4096

  var standardCodePage = 1252
  private var codes: [Int: Code] = [:]
  private var codePages: [Int: Int] = [:]
  private var number = 0
  private var name: [UInt8] = []

  func code(_ font: Int) -> Code { codes[font] ?? .codePage(codePages[font] ?? standardCodePage) }

  /// Takes a control word of the font table.
  mutating func take(_ word: String, _ value: Int) {
    switch word {
    case "f":
      number = value
      name = []
    case "fcharset": if codePages.count < Self.limit { codePages[number] = Self.codePage(charset: value) }
    case "cpg": if codePages.count < Self.limit { codePages[number] = value }
    default: break
    }
  }

  /// Takes a byte of a font's name, which a semicolon ends.
  mutating func take(_ byte: UInt8) {
    if byte != UInt8(ascii: ";") {
      if name.count < 64 { name.append(byte) }
      return
    }
    let text = String(decoding: name.drop { $0 == 0x20 }, as: UTF8.self)
    if codes.count < Self.limit { codes[number] = LegacyFont(name: text).map(Code.legacy) }
    name = []
  }

  /// The code page of a Windows character set number; nil where the file's own counts.
  private static func codePage(charset: Int) -> Int? {
    switch charset {
    case 77: 10000
    case 128: 932
    case 129: 949
    case 130: 1361
    case 134: 936
    case 136: 950
    case 161: 1253
    case 162: 1254
    case 163: 1258
    case 177: 1255
    case 178: 1256
    case 186: 1257
    case 204: 1251
    case 222: 874
    case 238: 1250
    default: nil
    }
  }
}
