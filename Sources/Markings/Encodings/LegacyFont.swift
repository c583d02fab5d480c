import CShims
import Foundation

/// A font of before Unicode: its letters stand in another encoding than the document says.
public struct LegacyFont: Sendable, Equatable {
  private enum Encoding: Sendable {
    case tcvn3
    case vni
    case vps
    case viscii
    case bkHCM2
    case vietwareX

    var table: LetterTable {
      switch self {
      case .tcvn3: LegacyEncodings.tcvn3
      case .vni: LegacyEncodings.vni
      case .vps: LegacyEncodings.vps
      case .viscii: LegacyEncodings.viscii
      case .bkHCM2: LegacyEncodings.bkHCM2
      case .vietwareX: LegacyEncodings.vietwareX
      }
    }
  }

  private static let prefixes: [(String, Encoding)] = [
    (".vn", .tcvn3), (".tmc", .tcvn3), ("vni-", .vni), ("vni ", .vni), ("vps ", .vps), ("vi times", .viscii),
    ("vi arial", .viscii), ("svntimes", .vietwareX), ("svnarial", .vietwareX), ("vntimes new", .bkHCM2),
    ("vnarial", .bkHCM2),
  ]

  private let encoding: Encoding
  /// Whether the font draws small letters as capitals, as .VnTimeH does.
  private let isCapital: Bool

  /// The font of a name; nil for fonts that show what they hold.
  public init?(name: String) {
    let name = name.lowercased()
    guard let found = Self.prefixes.first(where: { name.hasPrefix($0.0) }) else { return nil }
    encoding = found.1
    isCapital = encoding == .tcvn3 && name.hasSuffix("h")
  }

  /// What a run of letters (legacy bytes as Windows-1252 shows them) reads in this font; Unicode text stays as it is.
  public func text(_ letters: String) -> String {
    let composed = letters.precomposedStringWithCanonicalMapping
    guard !composed.unicodeScalars.contains(where: Vietnamese.isUnicodeOnly),
      let bytes = Windows1252.bytes(composed), let text = encoding.table.decode(bytes)
    else { return letters }
    return isCapital ? text.uppercased() : text
  }

  /// The text of a run as its font shows it; unchanged where the font is an ordinary one.
  public static func decode(_ text: String, font: String) -> String {
    guard let known = LegacyFont(name: font) else { return text }
    return known.text(text.precomposedStringWithCanonicalMapping)
  }

  /// Whether the beginning of such a font's name stands somewhere in a text in lower case.
  public static func mayBeNamed(in text: [UInt8]) -> Bool {
    prefixes.contains { prefix in
      let name = Array(prefix.0.utf8)
      return airseal_contains(text, text.count, name, name.count)
    }
  }

  /// Whether a font belongs to an encoding from before Unicode.
  public static func isLegacy(_ font: String) -> Bool { LegacyFont(name: font) != nil }
}
