import Facts
import Rules

extension ReportDocument {
  init(_ content: ReportContent) {
    let outcome = content.outcome
    let scan = outcome.scan
    self.schema = Self.schema
    self.exitCode = outcome.exitCode
    self.asked = outcome.asked
    self.canBeStamped = content.isCertifiable
    self.scan = ScanPart(
      collectedAt: scan.collectedAt, collectedAtUtc: Moment.stamp(scan.collectedAt),
      utcOffset: scan.utcOffset,
      nature: scan.nature, liveHardware: scan.liveHardware, root: scan.root, effectiveUid: scan.effectiveUid,
      airsealVersion: scan.airsealVersion)
    self.machine = MachinePart(
      digest: outcome.machine, identity: outcome.identity, operatingSystem: outcome.operatingSystem)
    self.medium = outcome.medium
    let profile = outcome.profile
    self.profile = ProfilePart(id: profile.id, title: profile.title, summary: profile.summary)
    self.editions = outcome.editions.map { EditionPart($0, content.redactor) }
    self.actions = ActionPlan(content).groups.map { group in
      Action(who: group.who, lead: group.lead, steps: group.steps.map(\.text))
    }
    self.answers = outcome.answers.map { review in
      AnswerPart(review, scope: content.scope(review.answer), content.redactor)
    }
    self.collection = outcome.ledger.map { record in
      var record = record
      record.detail = content.redactor.text(record.detail)
      return record
    }
    self.gaps = outcome.gaps.map { gap in
      let (path, detail) = content.shown(gap)
      return CollectionGap(source: gap.source, path: path, reason: gap.reason, detail: detail)
    }
    self.counts = outcome.counts
    self.digests = Digests(facts: outcome.factsDigest, rules: outcome.packDigest)
    self.notices = content.notices
  }
}

extension ReportDocument.EditionPart {
  init(_ outcome: EditionOutcome, _ redactor: Redactor) {
    let edition = outcome.edition
    self.init(
      id: edition.id, instrument: edition.instrument, title: edition.title,
      violationClause: edition.violationClause, inForceFrom: edition.inForceFrom,
      inForceUntil: edition.inForceUntil, isInForce: outcome.isInForce, fitness: outcome.fitness,
      fitnessWord: Wording.fitness(outcome.fitness), violation: outcome.violation,
      violationWord: Wording.violation(outcome.violation),
      violationEvidence: outcome.violationEvidence.map { .init(Row($0, redactor)) },
      results: outcome.results.map { .init($0, redactor) },
      blindTables: outcome.blindTables.map { .init($0) })
  }
}

extension ReportDocument.ResultPart {
  init(_ result: RuleResult, _ redactor: Redactor) {
    let check = result.check
    let method =
      switch check.method {
      case .query: "query"
      case .manual: "manual"
      case .pending: "pending"
      }
    self.init(
      check: check.id, title: check.title, statement: check.statement, severity: check.severity,
      effect: result.effect, status: result.status, method: method, clauses: result.clauses,
      blocksPass: result.blocksPass, problem: result.problem.map { redactor.text($0) },
      question: check.question, remediation: check.remediation,
      settledBy: result.settlement?.answers.map(\.inspector) ?? [],
      evidence: result.evidence.map { .init(Row($0, redactor)) }, tables: result.tables.map { .init($0) })
  }
}

extension ReportDocument.EvidencePart {
  init(_ row: Row) {
    self.init(
      message: row.message, subject: row.subject, isSettled: row.isSettled,
      columns: Dictionary(
        row.columns.map { ($0.name, .value($0.value)) }, uniquingKeysWith: { first, _ in first }))
  }
}

extension ReportDocument.TablePart {
  init(_ state: TableState) {
    self.init(table: state.table, status: state.status, sources: state.sources.map(\.source))
  }
}

extension ReportDocument.AnswerPart {
  init(_ review: AnswerReview, scope: [String], _ redactor: Redactor) {
    let answer = review.answer
    self.init(
      check: answer.check, reply: answer.reply, scope: scope, statement: redactor.text(answer.statement),
      inspector: answer.inspector, unit: answer.unit, machine: answer.machine, issued: answer.issued,
      expires: answer.expires, key: review.keyID, verdict: review.verdict,
      verdictWord: Wording.review(review.verdict))
  }
}
