/// Builds HTML by elements: names are literals, every text and value is escaped and made harmless.
struct HTML {
  private(set) var markup = ""

  typealias Attributes = KeyValuePairs<StaticString, String>

  mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTML) -> Void
  ) {
    open(name, attributes)
    content(&self)
    markup += "</"
    markup += name.description
    markup += ">"
  }

  mutating func element(_ name: StaticString, _ text: String, _ attributes: Attributes = [:]) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element without content.
  mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) { open(name, attributes) }

  mutating func text(_ text: String) { markup += Self.escape(text) }

  /// A foreign text, whose writing direction does not spread to its neighbours.
  mutating func foreign(_ text: String) { element("bdi", text) }

  mutating func newline() { markup += "\n" }

  /// Markup of our own.
  mutating func literal(_ markup: StaticString) { self.markup += markup.description }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    markup += "<"
    markup += name.description
    for (key, value) in attributes { markup += " \(key)=\"\(Self.escape(value))\"" }
    markup += ">"
  }

  static func escape(_ text: String) -> String {
    let text = Printable.neutral(text)
    guard text.utf8.contains(where: isMarkup) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
