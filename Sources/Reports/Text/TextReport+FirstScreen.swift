import Rules

extension TextReport {
  func head(_ canvas: inout TextCanvas) {
    let version = "airseal \(content.outcome.scan.airsealVersion)"
    let title = say(Wording.title(isMedium: content.isMedium))
    let gap = max(2, options.width - title.count - version.count)
    canvas.line((title, .bold), (String(repeating: " ", count: gap), nil), (version, .dim))
    canvas.rule()
    let fields = say.head(content.outcome)
    let column = (fields.map(\.name.count).max() ?? 0) + 2
    for (name, value) in fields { canvas.field(name, value, column: column) }
    canvas.rule()
  }

  func verdicts(_ canvas: inout TextCanvas) {
    canvas.paragraph(say(Wording.fitnessQuestion(isMedium: content.isMedium)), style: .bold)
    let sentence = say.replacement(content)
    for edition in content.editions
    where edition.edition.id == content.outcome.asked || sentence == nil
      || edition.edition.id != content.current?.edition.id
    {
      let note = edition.edition.id == content.outcome.asked ? " (\(say(Wording.asked)))" : ""
      canvas.line(
        ("  \(say.law(edition.edition).capitalizedFirst)\(note): ", nil),
        (" \(say(Wording.fitness(edition.fitness))) ", style(edition.fitness)))
    }
    if let sentence, let current = content.current {
      canvas.line(
        ("  \(sentence): ", nil), (" \(say(Wording.fitness(current.fitness))) ", style(current.fitness)))
    }
    if let old = content.replaced?.edition, let end = old.inForceUntil,
      content.outcome.scan.collectedAt < end
    {
      canvas.paragraph(say(Wording.stillInForce(old.instrument)), first: "  ")
    }
    canvas.blank()
    canvas.paragraph(say(Wording.violationQuestion(isMedium: content.isMedium)), style: .bold)
    for edition in content.outcome.editions {
      canvas.line(
        ("  \(say.period(edition.edition)), \(say.law(edition.edition)): ", nil),
        (" \(say(Wording.violation(edition.violation))) ", style(edition.violation)))
      if let summary = violationSummary(edition) { canvas.paragraph(summary, first: "    ") }
      for row in violationRows(edition) { canvas.paragraph(say(row.message), first: "    • ") }
      more(violationRows(edition, all: true).count, &canvas, indent: "    ")
    }
    canvas.blank()
    for limit in content.limits { canvas.paragraph(say(limit), style: .bold) }
    canvas.paragraph(say(Wording.peopleConclude), style: .dim)
  }

  func actions(_ canvas: inout TextCanvas) {
    canvas.heading(say(Wording.actions))
    for (number, group) in ActionPlan(content).groups.enumerated() {
      let who = "\(number + 1). \(say(group.who))"
      if let lead = group.lead {
        canvas.paragraph("\(who): \(say(lead))")
      } else {
        canvas.paragraph("\(who):")
      }
      for step in shown(group.steps) {
        let titles = step.titles.map { say($0) }.joined(separator: "; ")
        let note = titles.isEmpty ? "" : " (\(say(Wording.forChecks)): \(titles))"
        canvas.paragraph(say(step.text) + note, first: "   - ")
      }
      more(group.steps.count, &canvas, indent: "   ")
    }
  }

  /// Where the evidence of a violation is listed, if the findings list all of it.
  private func violationSummary(_ edition: EditionOutcome) -> String? {
    guard !edition.violationEvidence.isEmpty, violationRows(edition, all: true).isEmpty,
      let entry = content.entries.first(where: { $0.check.id == edition.edition.violationCheck })
    else { return nil }
    return say(Wording.signs(edition.violationEvidence.count, entry.check.title))
  }

  /// Evidence of a violation that the findings do not list.
  private func violationRows(_ edition: EditionOutcome, all: Bool = false) -> [Row] {
    let rows = content.violationRows(edition)
    return all ? rows : shown(rows)
  }

  func style(_ fitness: Fitness) -> TextStyle {
    switch fitness {
    case .compliant: .good
    case .nonCompliant: .bad
    case .undetermined: .open
    }
  }

  func style(_ violation: Violation) -> TextStyle {
    switch violation {
    case .noneFound: .good
    case .signs: .bad
    case .insufficient: .open
    }
  }
}
