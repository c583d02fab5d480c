import Facts

/// A text with places for the values of a row: `{column}`, `{column|date}` and `{column|label}`.
struct MessageTemplate {
  /// Why a template cannot be used.
  struct Fault: Error {
    let message: LocalizedText
  }

  private enum Form: String {
    case plain
    /// dd/mm/yyyy.
    case date
    /// The name of a code.
    case label
  }

  private enum Part {
    case text(String)
    case value(column: String, form: Form)
  }

  private let parts: [Part]

  /// Throws `Fault` on an unknown form or an unclosed brace.
  init(_ template: String) throws {
    var parts: [Part] = []
    var rest = Substring(template)
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      parts.append(.text(String(rest[..<open])))
      guard let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}")) else {
        throw Fault(message: LocalizedText(vi: "thiếu dấu “}”", en: "a “}” is missing"))
      }
      let words = rest.utf8[rest.utf8.index(after: open)..<close].split(
        separator: UInt8(ascii: "|"), maxSplits: 1, omittingEmptySubsequences: false
      ).map { String(Substring($0)) }
      let form = words.count == 1 ? Form.plain : Form(rawValue: words[1])
      guard let form, words.count == 1 || form != .plain else {
        throw Fault(
          message: LocalizedText(
            vi: "dạng hiển thị lạ “\(words[1])”", en: "unknown form “\(words[1])”"))
      }
      parts.append(.value(column: words[0], form: form))
      rest = rest[rest.utf8.index(after: close)...]
    }
    self.parts = parts + [.text(String(rest))]
  }

  /// Columns that the template names.
  var columns: [String] {
    parts.compactMap { part in
      if case .value(let column, _) = part { column } else { nil }
    }
  }

  /// The text for one row; dates are those of the machine's local time.
  func filled(
    _ language: Language, from row: [(name: String, value: FactValue)], labels: Labels,
    utcOffset: Int64
  ) -> String {
    parts.map { part in
      switch part {
      case .text(let text): return text
      case .value(let column, let form):
        let value = row.first { $0.name == column }?.value ?? .null
        return text(of: value, column, form, language, labels, utcOffset)
      }
    }.joined()
  }

  private func text(
    of value: FactValue, _ column: String, _ form: Form, _ language: Language, _ labels: Labels,
    _ utcOffset: Int64
  ) -> String {
    switch (form, value) {
    case (.date, .integer(let seconds)): return DayText.text(seconds, utcOffset: utcOffset)
    case (_, .null): return language == .vi ? "không rõ" : "unknown"
    case (.label, _):
      let code = "\(column).\(value.plain)"
      return labels.has(code) ? labels.text(code)[language] : value.plain
    default: return value.plain
    }
  }
}
