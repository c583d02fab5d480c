import Foundation

/// One way to read a line: decoded, composed, spaces collapsed, decoration stripped.
struct Reading {
  /// As written.
  let text: String
  /// In lower case.
  let folded: String
  /// Whether the line goes on after the text: an item of a list, a piece of a sentence.
  let isOpen: Bool
  /// Whether the text was decoded from an encoding that came before Unicode.
  let isDecoded: Bool
  /// Whether that encoding is one whose bytes often mean other words in a more common one.
  let isRare: Bool

  init(_ line: some StringProtocol, isDecoded: Bool = false, isRare: Bool = false) {
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
    let (stripped, before, after) = Self.strip(scalars[...])
    text = String(stripped)
    folded = text.lowercased()
    isOpen =
      after.contains(where: { ",;:".unicodeScalars.contains($0) })
      && !before.contains(",") && !before.contains(";") || Self.isEmptyBox(before)
    self.isDecoded = isDecoded
    self.isRare = isRare
  }

  private static let decoration: Set<Unicode.Scalar> = Set(
    "*_=#|.:;,~+-–—−•·∙●○◦◆◇■□▪▫★☆<>()[]{}/\\ ►▶◄→←`^".unicodeScalars
  )

  /// "[ ]" before a text: a choice that nobody made.
  private static func isEmptyBox(_ before: Scalars) -> Bool {
    ["☐", "□", "[ ]", "[]", "( )", "()", "○", "❏"].contains { String(before).contains($0) }
  }

  private typealias Scalars = Substring.UnicodeScalarView

  private static func strip(_ scalars: Scalars) -> (Scalars, before: Scalars, after: Scalars) {
    func isDecoration(_ scalar: Unicode.Scalar) -> Bool {
      decoration.contains(scalar) || (0x2500...0x25FF).contains(scalar.value) || scalar == "☐"
        || scalar == "❏"
    }
    let rest = scalars.drop(while: isDecoration)
    guard let last = rest.lastIndex(where: { !isDecoration($0) }) else { return (rest, scalars, rest) }
    let end = rest.index(after: last)
    return (rest[..<end], scalars[..<rest.startIndex], rest[end...])
  }
}
