import Markings

/// Collects document properties: title and subject apart, every other as "name=value".
final class PropertyReader: SaxHandler {
  private(set) var subjects: [String] = []
  private(set) var properties: [String] = []
  private var names: [String] = []
  private var custom: String?
  private var value = ""

  func start(_ name: String, _ attributes: [String: String]) {
    names.append(name)
    value = ""
    if name == "property" || name == "user-defined" { custom = attributes["name"] }
  }

  func text(_ text: String) { value += text }

  func end(_ name: String) {
    if !value.isEmpty {
      switch name {
      case "title", "subject": subjects += PlainText.lines(value)
      default: properties += PlainText.lines("\(custom ?? name)=\(value)")
      }
    }
    value = ""
    if name == "property" || name == "user-defined" { custom = nil }
    names.removeLast()
  }

  var parts: [TextPart] {
    [TextPart(.subject, lines: subjects), TextPart(.property, lines: properties)].filter { !$0.lines.isEmpty }
  }
}
