import Rules

/// Shows findings one by one, with what to do about each.
struct InspectionFindings {
  let outcome: Outcome
  let language: Language

  func show(_ interview: Interview) throws {
    guard let edition = outcome.editions.first(where: { $0.edition.id == outcome.asked }) else { return }
    let open = edition.results.filter(\.blocksPass)
    for (number, result) in open.enumerated() {
      let label =
        result.status == .fail ? say("có phát hiện", "finding") : say("chưa xác định được", "undetermined")
      try Output.print("\(number + 1)/\(open.count). \(result.check.title[language]) (\(label))")
      for row in result.evidence.prefix(10) {
        try Output.print("   - " + Grid.visible(row.message[language]))
      }
      if result.evidence.count > 10 {
        try Output.print(
          say("   … và \(result.evidence.count - 10) mục khác", "   … and \(result.evidence.count - 10) more")
        )
      }
      try Output.print(say("   Cách xử lý: ", "   What to do: ") + result.check.remediation[language])
      try interview.pause()
    }
    for table in edition.blindTables {
      try Output.print(
        say("? Chưa đọc được đầy đủ: ", "? Not fully read: ")
          + outcome.labels.text("table.\(table.table)")[language])
    }
    if open.isEmpty, edition.blindTables.isEmpty {
      try Output.print(say("Không có phát hiện.", "Nothing was found."))
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
