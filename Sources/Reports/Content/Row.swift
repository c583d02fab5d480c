import Facts
import Rules

/// One row of evidence, with withheld names replaced.
struct Row {
  let message: LocalizedText
  let subject: String
  let isSettled: Bool
  let columns: [(name: String, value: FactValue)]

  init(_ evidence: Evidence, _ redactor: Redactor) {
    let texts = evidence.columns.map { $0.value.plain }
    let replacements = redactor.replacements(texts + [evidence.subject])
    func shown(_ text: String) -> String {
      replacements.isEmpty ? text : redactor.replace(text, replacements)
    }
    self.message = LocalizedText(vi: shown(evidence.message.vi), en: shown(evidence.message.en))
    self.subject = shown(evidence.subject)
    self.isSettled = evidence.isSettled
    self.columns = evidence.columns.map { name, value in
      guard case .text(let text) = value else { return (name, value) }
      return (name, .text(shown(text)))
    }
  }

  subscript(_ names: String...) -> String? {
    for name in names {
      if let value = columns.first(where: { $0.name == name })?.value, value != .null, value != .text("") {
        return value.plain
      }
    }
    return nil
  }

  func time(_ names: String...) -> Int64? {
    for name in names {
      if case .integer(let seconds)? = columns.first(where: { $0.name == name })?.value { return seconds }
    }
    return nil
  }
}
