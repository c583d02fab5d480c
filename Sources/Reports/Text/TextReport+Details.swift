import Facts
import Rules

extension TextReport {
  func findings(_ canvas: inout TextCanvas) {
    let entries = content.entries(.finding)
    canvas.heading("\(say(Wording.findings)) (\(entries.count))")
    if entries.isEmpty { canvas.paragraph(say(Wording.nothingFound)) }
    for (number, entry) in entries.enumerated() {
      let tags =
        "\(say(Wording.severity(entry.check.severity))), \(say(Wording.effect(entry.principal.effect)))"
      canvas.paragraph("\(say(entry.check.title)) [\(tags)]", first: "\(number + 1). ", style: .bold)
      canvas.paragraph("\(say(Wording.basis)): \(say.basis(entry))", first: "   ")
      if entry.rows.isEmpty { canvas.paragraph(say(entry.check.statement), first: "   • ") }
      for row in shown(entry.rows) { self.row(row, isAskable: entry.isAskable, &canvas) }
      more(entry.rows.count, &canvas, indent: "   ")
    }
  }

  private func row(_ row: Row, isAskable: Bool, _ canvas: inout TextCanvas) {
    let note = row.isSettled ? " [\(say(Wording.settled))]" : ""
    canvas.paragraph(say(row.message) + note, first: "   • ")
    var parts = ["\(say(Wording.place)): \(say.place(row))"]
    if let when = say.when(row) { parts.append("\(say(Wording.moment)): \(when)") }
    if isAskable { parts.append("\(say(Wording.subject)): \(row.subject)") }
    if let strength = say.strength(row) { parts.append("\(say(Wording.strength)): \(strength)") }
    canvas.paragraph(parts.joined(separator: " · "), first: "     ", style: .dim)
  }

  func open(_ canvas: inout TextCanvas) {
    let entries = content.entries(.open)
    let others = content.otherObstacles
    guard !entries.isEmpty || !others.isEmpty else { return }
    canvas.heading("\(say(Wording.open(isMedium: content.isMedium))) (\(entries.count + others.count))")
    for obstacle in others { canvas.paragraph(say(obstacle), first: "  - ") }
    for entry in shown(entries) {
      canvas.paragraph("\(say(entry.check.title)) (\(entry.check.id)): \(say.obstacle(entry))", first: "  - ")
    }
    more(entries.count, &canvas)
  }

  func blind(_ canvas: inout TextCanvas) {
    let tables = content.blindTables
    if !tables.isEmpty {
      canvas.heading("\(say(Wording.blind)) (\(tables.count))")
      for state in shown(tables) {
        canvas.paragraph("\(say.table(state.table)): \(say(Wording.collection(state.status)))", first: "  - ")
        if state.sources.isEmpty {
          canvas.paragraph(say(Wording.noCollector), first: "      ", style: .dim)
        }
        for source in state.sources where !source.status.isConclusive {
          canvas.paragraph(
            "\(say.source(source.source)): \(say.reason(source))", first: "      ", style: .dim)
        }
      }
      more(tables.count, &canvas)
    }
    let gaps = content.outcome.gaps
    guard !gaps.isEmpty else { return }
    canvas.heading("\(say(Wording.gaps)) (\(gaps.count))")
    for gap in shown(gaps) {
      let (path, detail) = content.shown(gap)
      let note = detail.isEmpty ? "" : " (\(detail))"
      canvas.paragraph("\(path): \(say.label("reason", gap.reason.rawValue))\(note)", first: "  - ")
    }
    more(gaps.count, &canvas)
  }

  func informational(_ canvas: inout TextCanvas) {
    let entries = content.entries(.informational)
    guard !entries.isEmpty else { return }
    canvas.heading("\(say(Wording.informational)) (\(entries.count))")
    for entry in shown(entries) {
      let first = entry.rows.first.map { ": \(say($0.message))" } ?? ""
      let more = entry.rows.count > 1 ? " (+\(entry.rows.count - 1))" : ""
      canvas.paragraph(
        "\(say(entry.check.title)) [\(say.informational(entry, content.outcome.profile))]\(first)\(more)",
        first: "  - ")
    }
    more(entries.count, &canvas)
  }

  func passed(_ canvas: inout TextCanvas) {
    let entries = content.entries(.passed)
    guard !entries.isEmpty else { return }
    canvas.heading("\(say(Wording.passed)) (\(entries.count))")
    for entry in entries { canvas.paragraph(say.passed(entry).capitalizedFirst, first: "  - ") }
  }

  func answers(_ canvas: inout TextCanvas) {
    let reviews = content.outcome.answers
    guard !reviews.isEmpty else { return }
    canvas.heading("\(say(Wording.answers)) (\(reviews.count))")
    for review in reviews {
      let answer = review.answer
      let scope = content.scope(answer).joined(separator: ", ")
      let range = "\(say.moment.time(answer.issued)) – \(say.moment.time(answer.expires))"
      let verdict = "\(say(Wording.reply(answer.reply))) – \(say(Wording.review(review.verdict)))"
      canvas.paragraph("\(say.title(answer.check, content)): \(verdict)", first: "  - ")
      canvas.paragraph(
        [scope, content.redactor.text(answer.statement), answer.inspector, answer.unit, range]
          .filter { !$0.isEmpty }.joined(separator: " · "), first: "    ", style: .dim)
    }
  }

  func waivers(_ canvas: inout TextCanvas) {
    let reviews = content.outcome.waivers
    guard !reviews.isEmpty else { return }
    canvas.heading("\(say(Wording.waivers)) (\(reviews.count))")
    for review in reviews {
      let waiver = review.waiver
      let range = "\(say.moment.time(waiver.issued)) – \(say.moment.time(waiver.expires))"
      let verdict = "\(say(Wording.waiver(waiver.kind))) – \(say(Wording.review(review.verdict)))"
      canvas.paragraph("\(say.title(waiver.check, content)): \(verdict)", first: "  - ")
      canvas.paragraph(
        ([content.scope(waiver).joined(separator: ", ")]
          + [waiver.basis, waiver.approver, waiver.unit, range])
          .filter { !$0.isEmpty }.joined(separator: " · "), first: "    ", style: .dim)
    }
  }

  func ledger(_ canvas: inout TextCanvas) {
    canvas.heading(say(Wording.ledger))
    canvas.paragraph(say(content.ledgerSummary), first: "  ")
    let counts = say.counts(content.outcome).map { "\($0.name): \($0.value)" }
    if !counts.isEmpty { canvas.paragraph(counts.joined(separator: "; ") + ".", first: "  ") }
    guard options.verbose else { return }
    for record in content.outcome.ledger {
      let parts = [
        say.table(record.tableName), say.source(record.source), say(Wording.collection(record.status)),
        say.reason(record),
      ]
      let line = parts.filter { !$0.isEmpty }.joined(separator: " · ")
      canvas.paragraph(line, first: "  - ", style: .dim)
    }
  }

  func digests(_ canvas: inout TextCanvas) {
    canvas.heading(say(Wording.digests))
    canvas.line(("  \(say(Wording.factsDigest)): \(content.outcome.factsDigest)", nil))
    canvas.line(("  \(say(Wording.rulesDigest)): \(content.outcome.packDigest)", nil))
    if let head = content.outcome.journalHead {
      canvas.line(("  \(say(Wording.journalHead)): \(head)", nil))
    }
    if let path = options.factsPath { canvas.line(("  \(say(Wording.factsFile)): \(path)", nil)) }
    if let path = options.htmlPath { canvas.line(("  \(say(Wording.htmlFile)): \(path)", nil)) }
    canvas.blank()
    if content.redactor.isActive { canvas.paragraph(say(Wording.withheld), style: .dim) }
    canvas.paragraph(say(Wording.noText), style: .dim)
  }
}
