import Rules

/// The report for programs: nothing is cut, texts stand in both languages, members are sorted.
///
/// `schemas/report-1.schema.json` describes it.
public struct JSONReport {
  static let schema = "airseal-report-1"
  let content: ReportContent

  public init(outcome: Outcome, options: ReportOptions) {
    self.content = ReportContent(outcome, redactsPaths: options.redactsPaths)
  }

  public func render() -> String { JSONWriter.text(of: document) }

  private var document: JSONValue {
    let outcome = content.outcome
    return .members([
      "schema": .text(Self.schema), "exit_code": .number(Int64(outcome.exitCode)),
      "asked": .text(outcome.asked), "can_be_stamped": .flag(content.isCertifiable),
      "scan": scan, "machine": machine,
      "medium": outcome.medium.map(medium), "profile": profile,
      "editions": .list(outcome.editions.map(edition)),
      "actions": .list(ActionPlan(content).groups.map(action)),
      "answers": .list(outcome.answers.map(answer)),
      "waivers": .list(outcome.waivers.map(waiver)),
      "collection": .list(outcome.ledger.map(record)), "gaps": .list(outcome.gaps.map(gap)),
      "counts": .object(outcome.counts.map { ($0.key, .number(Int64($0.value))) }),
      "digests": .members([
        "facts": .text(outcome.factsDigest), "rules": .text(outcome.packDigest),
        "journal": outcome.journalHead.map(JSONValue.text),
      ]),
      "notices": .list(content.notices.map(JSONValue.both)),
    ])
  }

  private func action(_ group: ActionPlan.Group) -> JSONValue {
    .members([
      "who": .both(group.who), "lead": group.lead.map(JSONValue.both),
      "steps": .list(group.steps.map { .both($0.text) }),
    ])
  }

  private func waiver(_ review: WaiverReview) -> JSONValue {
    let waiver = review.waiver
    return .members([
      "check": .text(waiver.check), "kind": .code(waiver.kind), "scope": .words(content.scope(waiver)),
      "basis": .text(waiver.basis), "approver": .text(waiver.approver), "unit": .text(waiver.unit),
      "machine": .text(waiver.machine), "issued": .number(waiver.issued),
      "expires": .number(waiver.expires), "key": .text(review.keyID), "verdict": .code(review.verdict),
      "verdict_word": .both(Wording.review(review.verdict)),
    ])
  }

  private func answer(_ review: AnswerReview) -> JSONValue {
    let answer = review.answer
    return .members([
      "check": .text(answer.check), "reply": .code(answer.reply), "scope": .words(content.scope(answer)),
      "statement": .text(content.redactor.text(answer.statement)), "inspector": .text(answer.inspector),
      "unit": .text(answer.unit), "machine": .text(answer.machine), "issued": .number(answer.issued),
      "expires": .number(answer.expires), "key": .text(review.keyID), "verdict": .code(review.verdict),
      "verdict_word": .both(Wording.review(review.verdict)),
    ])
  }
}
