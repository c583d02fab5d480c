import Facts
import Rules

/// A JSON value (RFC 8259).
enum JSONValue {
  case null
  case flag(Bool)
  case number(Int64)
  case text(String)
  case list([JSONValue])
  case object([(name: String, value: JSONValue)])

  /// An object of the members that have a value.
  static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { name, value in value.map { (name, $0) } })
  }

  static func words(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.text)) }

  static func code(_ code: some RawRepresentable<String>) -> JSONValue { .text(code.rawValue) }

  /// A text in both languages.
  static func both(_ text: LocalizedText) -> JSONValue {
    .members(["vi": .text(text.vi), "en": .text(text.en)])
  }

  static func cell(_ value: FactValue) -> JSONValue {
    switch value {
    case .null: .null
    case .integer(let number): .number(number)
    case .text(let text): .text(text)
    }
  }
}
