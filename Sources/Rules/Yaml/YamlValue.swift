import Yaml

/// A node of a rule file that knows its place, so that each refusal names line and column.
///
/// Every accessor throws `RuleProblem` when the node is of another type.
struct YamlValue {
  let source: YamlSource
  let node: YamlNode

  func problem(vi: String, en: String) -> RuleProblem {
    RuleProblem(
      file: source.name, line: node.line, column: node.column, message: LocalizedText(vi: vi, en: en))
  }

  /// A scalar as it is written, whatever YAML would resolve it to; never empty.
  func raw() throws -> String {
    guard let text = node.scalar, scalarKind != .null, !text.isEmpty else {
      throw problem(vi: "phải là một giá trị", en: "must be a value")
    }
    return text
  }

  func text() throws -> String {
    guard let text = node.scalar, scalarKind == .text, !text.isBlank else {
      throw problem(vi: "phải là chữ, không để trống", en: "must be text that is not empty")
    }
    return text
  }

  func flag() throws -> Bool {
    switch node.scalar {
    case "true": return true
    case "false": return false
    default: throw problem(vi: "phải là true hoặc false", en: "must be true or false")
    }
  }

  func integer() throws -> Int64 {
    guard let text = node.scalar, scalarKind == .integer, let value = Int64(text) else {
      throw problem(vi: "phải là số nguyên", en: "must be an integer")
    }
    return value
  }

  func list() throws -> [YamlValue] {
    guard let items = node.list else {
      throw problem(vi: "phải là danh sách", en: "must be a list")
    }
    return items.map { YamlValue(source: source, node: $0) }
  }

  func entries() throws -> [(key: YamlValue, name: String, value: YamlValue)] {
    guard let members = node.members else {
      throw problem(vi: "phải là các cặp khoá và giá trị", en: "must be a mapping")
    }
    return try members.map { member in
      let key = YamlValue(source: source, node: member.key)
      return (key, try key.raw(), YamlValue(source: source, node: member.value))
    }
  }

  /// One of the raw values of an enumeration.
  func code<Code: RawRepresentable<String> & CaseIterable>(_ type: Code.Type) throws -> Code {
    let word = try raw()
    guard let code = Code(rawValue: word) else {
      let words = Code.allCases.map(\.rawValue).joined(separator: ", ")
      throw problem(
        vi: "không biết giá trị “\(word)”; chỉ dùng: \(words)",
        en: "unknown value “\(word)”; use one of: \(words)")
    }
    return code
  }

  func localized() throws -> LocalizedText {
    let fields = try fields(required: ["vi", "en"])
    return LocalizedText(vi: try fields["vi"].text(), en: try fields["en"].text())
  }

  /// The values of a mapping that has every required key and none but the given ones.
  func fields(required: [String], optional: [String] = []) throws -> YamlFields {
    let fields = YamlFields(owner: self, entries: try entries())
    for entry in fields.entries where !required.contains(entry.name) && !optional.contains(entry.name) {
      throw entry.key.problem(vi: "khoá lạ “\(entry.name)”", en: "unknown key “\(entry.name)”")
    }
    for name in required { _ = try fields[name] }
    return fields
  }
}

/// The keys of one mapping.
struct YamlFields {
  let owner: YamlValue
  /// Few, each name once.
  let entries: [(key: YamlValue, name: String, value: YamlValue)]

  /// A key that was required.
  subscript(key: String) -> YamlValue {
    get throws {
      guard let value = optional(key) else {
        throw owner.problem(vi: "thiếu khoá “\(key)”", en: "missing key “\(key)”")
      }
      return value
    }
  }

  func optional(_ key: String) -> YamlValue? { entries.first { $0.name == key }?.value }
}
