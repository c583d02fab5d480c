import Facts

/// Turns rows of a check into evidence with its message.
struct EvidenceMaker {
  let labels: Labels
  let utcOffset: Int64

  func evidence(_ check: Check, _ finding: CheckFinding) -> [Evidence] {
    finding.rows.map { row in
      let columns = zip(finding.columns, row).map { (name: $0, value: $1) }
      return Evidence(
        columns: columns,
        message: message(
          finding.isShortfall ? check.instead?.message ?? check.message : check.message, columns),
        subject: Self.subject(check.subject, columns), isSettled: false)
    }
  }

  /// The values of the subject columns, joined by colons.
  static func subject(
    _ names: [String], _ row: [(name: String, value: FactValue)]
  ) -> String {
    names.map { name in row.first { $0.name == name }?.value.plain ?? "" }.joined(separator: ":")
  }

  private func message(
    _ text: LocalizedText, _ row: [(name: String, value: FactValue)]
  ) -> LocalizedText {
    func filled(_ language: Language) -> String {
      do {
        return try MessageTemplate(text[language])
          .filled(language, from: row, labels: labels, utcOffset: utcOffset)
      } catch { return text[language] }
    }
    return LocalizedText(vi: filled(.vi), en: filled(.en))
  }
}

extension Evidence {
  /// The same row, settled or not.
  func settled(_ isSettled: Bool) -> Evidence {
    Evidence(columns: columns, message: message, subject: subject, isSettled: isSettled)
  }
}
