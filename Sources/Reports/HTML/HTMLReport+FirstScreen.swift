import Rules

extension HTMLReport {
  func firstScreen(_ html: inout HTML) {
    html.element("header") { html in
      html.element("p", ["class": "maker"]) { html in
        html.element("span", "airseal \(content.outcome.scan.airsealVersion)")
        html.element("span", "\(say(Wording.factsDigest)): \(content.outcome.factsDigest.prefix(16))…")
      }
      html.element("h1", say(Wording.title(isMedium: content.isMedium)))
      html.element("p", say(Wording.subtitle), ["class": "subtitle"])
      fields(say.head(content.outcome), &html)
      for limit in content.limits {
        html.element("p", say(limit), ["class": "notice", "role": "note"])
      }
    }
    html.element("div", ["class": "answers"]) { html in
      fitness(&html)
      violation(&html)
    }
    if let sentence = say.replacement(content), let current = content.current {
      html.element("p", ["class": "basis-now"]) { html in
        html.text("\(sentence): ")
        word(say(Wording.fitness(current.fitness)), tone(current.fitness), &html)
      }
    }
    if let old = content.replaced?.edition, let end = old.inForceUntil,
      content.outcome.scan.collectedAt < end
    {
      html.element("p", say(Wording.stillInForce(old.instrument)))
    }
    html.element("p", say(Wording.peopleConclude), ["class": "conclude"])
  }

  private func fitness(_ html: inout HTML) {
    guard let asked = content.asked else { return }
    html.element("section", ["class": "answer \(tone(asked.fitness))"]) { html in
      html.element("h2", say(Wording.fitnessQuestion(isMedium: content.isMedium)))
      html.element("p", say(Wording.fitness(asked.fitness)), ["class": "big \(tone(asked.fitness))"])
      html.element("p", say(Wording.fitnessMeaning(asked.fitness)))
      for edition in content.editions {
        html.element("p") { html in
          let note = edition.edition.id == content.outcome.asked ? " (\(say(Wording.asked)))" : ""
          html.element("span", "\(say.law(edition.edition).capitalizedFirst)\(note):", ["class": "law"])
          word(say(Wording.fitness(edition.fitness)), tone(edition.fitness), &html)
        }
      }
    }
  }

  private func violation(_ html: inout HTML) {
    let all = content.outcome.editions.map(\.violation)
    guard let worst = [Violation.signs, .insufficient, .noneFound].first(where: all.contains) else { return }
    html.element("section", ["class": "answer \(tone(worst))"]) { html in
      html.element("h2", say(Wording.violationQuestion(isMedium: content.isMedium)))
      html.element("p", say(Wording.violation(worst)), ["class": "big \(tone(worst))"])
      for edition in content.outcome.editions {
        html.element("p") { html in
          html.element(
            "span", "\(say.period(edition.edition)), \(say.law(edition.edition)):", ["class": "law"])
          word(say(Wording.violation(edition.violation)), tone(edition.violation), &html)
        }
        let rows = content.violationRows(edition)
        if !rows.isEmpty {
          html.element("ul") { html in
            for row in rows.prefix(Self.cut) { html.element("li") { $0.foreign(say(row.message)) } }
          }
          more(rows.count, &html)
        } else if let entry = content.entries.first(where: { $0.check.id == edition.edition.violationCheck }),
          !edition.violationEvidence.isEmpty
        {
          html.element("p", say(Wording.signs(edition.violationEvidence.count, entry.check.title)))
        }
      }
    }
  }

  func actions(_ html: inout HTML) {
    section(Wording.actions, nil, &html) { html in
      html.element("ol", ["class": "actions"]) { html in
        for group in ActionPlan(content).groups {
          html.element("li") { html in
            html.element("strong", say(group.who))
            if let lead = group.lead { html.text(": \(say(lead))") }
            if !group.steps.isEmpty { steps(group.steps, &html) }
          }
        }
      }
    }
  }

  private func steps(_ steps: [ActionPlan.Step], _ html: inout HTML) {
    html.element("ul") { html in
      for step in steps {
        html.element("li") { html in
          html.text(say(step.text))
          if !step.titles.isEmpty {
            let titles = step.titles.map { say($0) }.joined(separator: "; ")
            html.element("span", " (\(say(Wording.forChecks)): \(titles))", ["class": "note"])
          }
        }
      }
    }
  }

  private func word(_ text: String, _ tone: String, _ html: inout HTML) {
    html.element("span", text, ["class": "word \(tone)"])
  }

  private func tone(_ fitness: Fitness) -> String {
    switch fitness {
    case .compliant: "good"
    case .nonCompliant: "bad"
    case .undetermined: "open"
    }
  }

  private func tone(_ violation: Violation) -> String {
    switch violation {
    case .noneFound: "good"
    case .signs: "bad"
    case .insufficient: "open"
    }
  }
}
