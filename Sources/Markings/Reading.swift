import Foundation

/// One way to read a line: decoded, composed, spaces collapsed, decoration stripped.
struct Reading {
  /// As written.
  let text: String
  /// In lower case.
  let folded: String

  init(_ line: some StringProtocol) {
    var scalars = String.UnicodeScalarView()
    var gap = false
    for scalar in String(line).precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.value {
      case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: continue
      default: break
      }
      if scalar.properties.isWhitespace || scalar.value < 0x20 {
        gap = true
        continue
      }
      if gap, !scalars.isEmpty { scalars.append(" ") }
      gap = false
      scalars.append(scalar)
    }
    let stripped = Self.strip(scalars[...])
    text = Self.joinSpacedLetters(String(stripped))
    folded = text.lowercased()
  }

  private static let decoration: Set<Unicode.Scalar> = Set(
    "*_=#|.:;,~+-–—−•·∙●○◦◆◇■□▪▫★☆<>()[]{}/\\ ".unicodeScalars)

  private static func strip(_ scalars: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
    var rest = scalars
    func isDecoration(_ scalar: Unicode.Scalar) -> Bool {
      decoration.contains(scalar) || (0x2500...0x259F).contains(scalar.value)
    }
    while let first = rest.first, isDecoration(first) { rest.removeFirst() }
    while let last = rest.last, isDecoration(last) { rest.removeLast() }
    return rest
  }

  /// "M Ậ T" is "MẬT": a line of single letters is one word.
  private static func joinSpacedLetters(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard words.count >= 3, words.allSatisfy({ $0.count == 1 && $0.first?.isLetter == true }) else {
      return text
    }
    return words.joined()
  }
}
