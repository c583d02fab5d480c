import Facts
import Rules

extension HTMLReport {
  func findings(_ html: inout HTML) {
    let entries = content.entries(.finding)
    section(Wording.findings, entries.count, &html) { html in
      if entries.isEmpty { html.element("p", say(Wording.nothingFound)) }
      for (number, entry) in entries.enumerated() { finding(number + 1, entry, &html) }
    }
  }

  private func finding(_ number: Int, _ entry: CheckEntry, _ html: inout HTML) {
    let effect = entry.principal.effect
    html.element("article", ["class": effect == .required ? "required" : "blocks"]) { html in
      html.element("h3", "\(number). \(say(entry.check.title))")
      let tags = "\(say(Wording.severity(entry.check.severity))) · \(say(Wording.effect(effect)))"
      html.element("p", "\(tags) · \(entry.check.id)", ["class": "tags"])
      html.element("p", "\(say(Wording.requirement)): \(say(entry.check.statement))")
      html.element("p", "\(say(Wording.basis)): \(say.basis(entry))")
      if !entry.rows.isEmpty { rows(entry.rows, &html, isAskable: entry.isAskable) }
    }
  }

  private func rows(_ rows: [Row], _ html: inout HTML, isAskable: Bool = false) {
    let header = [Wording.seen, Wording.place, Wording.moment, Wording.strength]
    let cells = rows.map { row in
      var what = say(row.message)
      if row.isSettled { what += " [\(say(Wording.settled))]" }
      if isAskable { what += " (\(say(Wording.subject)): \(row.subject))" }
      return [
        what, say.place(row), say.when(row) ?? "–",
        say.strength(row) ?? say(Wording.noGrade),
      ]
    }
    table(header, cells, &html, attributes: ["class": "rows"])
  }

  func open(_ html: inout HTML) {
    let entries = content.entries(.open)
    let others = content.otherObstacles
    guard !entries.isEmpty || !others.isEmpty else { return }
    section(Wording.open(isMedium: content.isMedium), entries.count + others.count, &html) { html in
      for obstacle in others { html.element("p", say(obstacle)) }
      guard !entries.isEmpty else { return }
      let rows = entries.map { ["\(say($0.check.title)) (\($0.check.id))", say.obstacle($0), say.basis($0)] }
      table([Wording.name, Wording.reason, Wording.basis], rows, &html)
    }
  }

  func blind(_ html: inout HTML) {
    let tables = content.blindTables
    if !tables.isEmpty {
      section(Wording.blind, tables.count, &html) { html in
        let rows = tables.flatMap { state in
          let blind = state.sources.filter { !$0.status.isConclusive }
          guard !blind.isEmpty else {
            return [
              [say.table(state.table), "", say(Wording.collection(state.status)), say(Wording.noCollector)]
            ]
          }
          return blind.map {
            [
              say.table(state.table), say.source($0.source), say(Wording.collection($0.status)),
              say.reason($0),
            ]
          }
        }
        table([Wording.table, Wording.collector, Wording.state, Wording.reason], rows, &html)
      }
    }
    let gaps = content.outcome.gaps
    guard !gaps.isEmpty else { return }
    section(Wording.gaps, gaps.count, &html) { html in
      let rows = gaps.prefix(Self.cut).map { gap in
        let (path, detail) = content.shown(gap)
        return [path, say.source(gap.source), say.label("reason", gap.reason.rawValue), detail]
      }
      table([Wording.name, Wording.collector, Wording.reason, Wording.value], rows, &html)
      more(gaps.count, &html)
    }
  }

  func informational(_ html: inout HTML) {
    let entries = content.entries(.informational)
    guard !entries.isEmpty else { return }
    section(Wording.informational, entries.count, &html) { html in
      for entry in entries {
        html.element("article") { html in
          html.element("h3", say(entry.check.title))
          let status = say.informational(entry, content.outcome.profile)
          html.element("p", "\(status) · \(entry.check.id)", ["class": "tags"])
          if !entry.rows.isEmpty { rows(entry.rows, &html) }
        }
      }
    }
  }

  func passed(_ html: inout HTML) {
    let entries = content.entries(.passed)
    guard !entries.isEmpty else { return }
    section(Wording.passed, entries.count, &html) { html in
      html.element("ul") { html in
        for entry in entries {
          html.element("li", say.passed(entry).capitalizedFirst)
        }
      }
    }
  }

  func answers(_ html: inout HTML) {
    let reviews = content.outcome.answers
    guard !reviews.isEmpty else { return }
    section(Wording.answers, reviews.count, &html) { html in
      let rows = reviews.map { review in
        let answer = review.answer
        let range = "\(say.moment.time(answer.issued)) – \(say.moment.time(answer.expires))"
        let scope = content.scope(answer).joined(separator: ", ")
        let statement = content.redactor.text(answer.statement)
        return [
          say.title(answer.check, content),
          [say(Wording.reply(answer.reply)), statement, scope].filter { !$0.isEmpty }
            .joined(separator: " – "),
          "\(answer.inspector), \(answer.unit)", range, say(Wording.review(review.verdict)),
        ]
      }
      table([Wording.name, Wording.answer, Wording.signer, Wording.validity, Wording.state], rows, &html)
    }
  }

  func waivers(_ html: inout HTML) {
    let reviews = content.outcome.waivers
    guard !reviews.isEmpty else { return }
    section(Wording.waivers, reviews.count, &html) { html in
      let rows = reviews.map { review in
        let waiver = review.waiver
        let range = "\(say.moment.time(waiver.issued)) – \(say.moment.time(waiver.expires))"
        let scope = content.scope(waiver).joined(separator: ", ")
        return [
          say.title(waiver.check, content), "\(say(Wording.waiver(waiver.kind))) – \(scope)", waiver.basis,
          "\(waiver.approver), \(waiver.unit)", range, say(Wording.review(review.verdict)),
        ]
      }
      table(
        [Wording.name, Wording.subject, Wording.basis, Wording.approver, Wording.validity, Wording.state],
        rows, &html)
    }
  }

  func ledger(_ html: inout HTML) {
    section(Wording.ledger, nil, &html) { html in
      html.element("p", say(content.ledgerSummary))
      fields(say.counts(content.outcome), &html)
      let rows = content.outcome.ledger.map { record in
        [
          say.table(record.tableName), say.source(record.source), say(Wording.collection(record.status)),
          say.reason(record), String(record.rows), String(record.skipped),
        ]
      }
      table(
        [
          Wording.table, Wording.collector, Wording.state, Wording.reason, Wording.rows, Wording.skipped,
        ], rows, &html)
    }
  }

  func identity(_ html: inout HTML) {
    section(Wording.identity, nil, &html) { html in
      fields(
        content.outcome.identity.map { component in
          let part = say.label("component", component.component.rawValue)
          return ("\(part), \(say(Wording.property(component.name)))", component.value)
        }, &html)
    }
    section(Wording.digests, nil, &html) { html in
      var files = [
        (say(Wording.machineDigest), content.outcome.machine),
        (say(Wording.factsDigest), content.outcome.factsDigest),
        (say(Wording.rulesDigest), content.outcome.packDigest),
      ]
      if let head = content.outcome.journalHead { files.append((say(Wording.journalHead), head)) }
      if let path = options.factsPath { files.append((say(Wording.factsFile), path)) }
      fields(files, &html, isHash: true)
    }
  }

  func footer(_ html: inout HTML) {
    html.element("div", ["class": "signatures"]) { html in
      for who in [content.isMedium ? Wording.mediumKeeper : Wording.keeper, Wording.inspector] {
        html.element("div") { html in
          html.element("strong", say(who))
          html.element("em", say(Wording.signHere))
        }
      }
    }
    html.element("footer") { html in
      for notice in content.notices + [Wording.controlCharacters] { html.element("p", say(notice)) }
    }
  }
}
