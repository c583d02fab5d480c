import Facts
import Rules

/// Findings of an inspection one by one, with what to do about each, and what the inspector settles of them.
struct InspectionFindings {
  let outcome: Outcome
  let language: Language

  /// Shows what stands between the machine and a stamp, and asks of each that a signed answer can settle.
  ///
  /// Without `canSign` nothing is asked, because nobody could sign the answer.
  func show(
    _ interview: Interview, _ replies: InspectionReplies, canSign: Bool
  ) throws -> [SettledFinding] {
    var settled: [SettledFinding] = []
    let open = OpenFinding.all(outcome)
    for (number, finding) in open.enumerated() {
      try describe(finding, "\(number + 1)/\(open.count). ")
      guard canSign, finding.isSettleable else {
        try interview.pause()
        continue
      }
      if let answer = try ask(finding, interview, replies) { settled.append(answer) }
    }
    return settled
  }

  private func describe(_ finding: OpenFinding, _ number: String) throws {
    let label =
      switch finding.status {
      case .fail: say("có phát hiện", "finding")
      case .notchecked: say("cần người kiểm tra trả lời", "a person has to answer")
      default: say("chưa xác định được", "undetermined")
      }
    try Output.print("\(number)\(finding.check.title[language]) (\(label))")
    for row in finding.rows.prefix(10) { try Output.print("   - " + Grid.visible(row.message[language])) }
    let rest = finding.rows.count - 10
    if rest > 0 { try Output.print(say("   … và \(rest) mục khác", "   … and \(rest) more")) }
    try Output.print(say("   Cách xử lý: ", "   What to do: ") + finding.check.remediation[language])
  }

  private func ask(
    _ finding: OpenFinding, _ interview: Interview, _ replies: InspectionReplies
  ) throws -> SettledFinding? {
    let id = finding.check.id
    if let reply = replies.given(id) {
      guard reply.holds else { return nil }
      return SettledFinding(check: finding.check, scope: finding.subjects, note: reply.note)
    }
    let option = "--reply \(id)=c|k:…"
    let scope: [String]
    if finding.status == .notchecked {
      guard try interview.yes("   " + finding.check.statement[language], option: option) else { return nil }
      scope = []
    } else {
      let count = finding.subjects.count
      let prompt = say(
        "   Đã kiểm tra và xác nhận \(count) mục này không cản trở việc cấp tem?",
        "   Were these \(count) items looked into, and do they not stand against a stamp?")
      switch try interview.some(prompt, isMany: count > 1, option: option) {
      case .none: return nil
      case .all: scope = finding.subjects
      case .each: scope = try each(finding, interview, option)
      }
      if scope.isEmpty { return nil }
    }
    let note = try interview.text(
      say("   Căn cứ, đã xem gì (được ký số)", "   On what ground, what was seen (it is signed)"), given: nil,
      option: option)
    return SettledFinding(check: finding.check, scope: scope, note: note)
  }

  private func each(_ finding: OpenFinding, _ interview: Interview, _ option: String) throws -> [String] {
    var accepted: [String] = []
    for row in finding.rows where !accepted.contains(row.subject) {
      if try interview.yes("   - " + Grid.visible(row.message[language]), option: option) {
        accepted.append(row.subject)
      }
    }
    return accepted
  }

  /// Shows what the inspection came to.
  func conclude() throws {
    let asked = outcome.editions.filter { $0.edition.id == outcome.asked || $0.isInForce }
    for table in Set(asked.flatMap(\.blindTables).map(\.table)).sorted() {
      try Output.print(
        say("? Chưa đọc được đầy đủ: ", "? Not fully read: ")
          + outcome.labels.text("table.\(table)")[language])
    }
    let open = OpenFinding.all(outcome)
    for finding in open { try Output.print(say("✘ Còn lại: ", "✘ Left: ") + finding.check.title[language]) }
    if open.isEmpty, asked.allSatisfy(\.blindTables.isEmpty) {
      try Output.print(say("Không còn phát hiện nào cản trở.", "Nothing stands against a pass."))
    }
    for edition in outcome.editions {
      let word =
        switch edition.fitness {
        case .compliant: say("ĐẠT", "pass")
        case .nonCompliant: say("KHÔNG ĐẠT", "fail")
        case .undetermined: say("CHƯA KẾT LUẬN", "undetermined")
        }
      try Output.print("\(edition.edition.instrument): \(word)")
    }
  }
}

/// A finding that the inspector settles with a signed answer.
struct SettledFinding {
  let check: Check
  /// Subjects that the answer covers; empty for a manual check.
  let scope: [String]
  let note: String
}
