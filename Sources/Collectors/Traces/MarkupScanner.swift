/// Finds elements and their attributes in small, well-known XML files of desktop programs.
///
/// It needs no whole document: what is cut off or damaged costs the elements behind it only.
struct MarkupScanner {
  let text: String

  /// The attributes of every element of a name, in order.
  func elements(_ name: String) -> [[Substring: String]] {
    var found: [[Substring: String]] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "<\(name)") {
      rest = rest[start.upperBound...]
      guard let next = rest.first, next.isWhitespace || next == ">" || next == "/" else { continue }
      let tag = rest.prefix { $0 != ">" }
      found.append(Self.attributes(tag))
      rest = rest[tag.endIndex...]
    }
    return found
  }

  private static func attributes(_ tag: Substring) -> [Substring: String] {
    var attributes: [Substring: String] = [:]
    var rest = tag
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].split(whereSeparator: \.isWhitespace).last ?? ""
      rest = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      guard let quote = rest.popFirst(), quote == "\"" || quote == "'" else { continue }
      let value = rest.prefix { $0 != quote }
      attributes[name] = plain(value)
      rest = rest[value.endIndex...].dropFirst()
    }
    return attributes
  }

  /// Undoes the five references that XML defines and numbered ones.
  static func plain(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var plain = ""
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      plain += rest[..<start]
      rest = rest[rest.index(after: start)...]
      guard let end = rest.prefix(10).firstIndex(of: ";") else {
        plain += "&"
        continue
      }
      let name = rest[..<end]
      guard let letter = letter(name) else {
        plain += "&"
        continue
      }
      plain.append(letter)
      rest = rest[rest.index(after: end)...]
    }
    return plain + rest
  }

  private static func letter(_ name: Substring) -> Character? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let isHex = name.dropFirst().hasPrefix("x")
      return UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
        .map(Character.init)
    }
  }
}
