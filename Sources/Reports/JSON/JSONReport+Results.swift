import Facts
import Rules

extension JSONReport {
  func edition(_ outcome: EditionOutcome) -> JSONValue {
    let edition = outcome.edition
    return .members([
      "id": .text(edition.id), "instrument": .text(edition.instrument), "title": .both(edition.title),
      "violation_clause": edition.violationClause.map(JSONValue.both),
      "in_force_from": .number(edition.inForceFrom),
      "in_force_until": edition.inForceUntil.map(JSONValue.number), "is_in_force": .flag(outcome.isInForce),
      "fitness": .code(outcome.fitness), "fitness_word": .both(Wording.fitness(outcome.fitness)),
      "violation": .code(outcome.violation), "violation_word": .both(Wording.violation(outcome.violation)),
      "violation_evidence": .list(outcome.violationEvidence.map(evidence)),
      "results": .list(outcome.results.map(result)), "blind_tables": .list(outcome.blindTables.map(table)),
    ])
  }

  private func result(_ result: RuleResult) -> JSONValue {
    let check = result.check
    let method =
      switch check.method {
      case .query: "query"
      case .manual: "manual"
      case .pending: "pending"
      }
    return .members([
      "check": .text(check.id), "title": .both(check.title), "statement": .both(check.statement),
      "severity": .code(check.severity), "effect": .code(result.effect), "status": .code(result.status),
      "method": .text(method), "clauses": .list(result.clauses.map(JSONValue.both)),
      "blocks_pass": .flag(result.blocksPass),
      "problem": result.problem.map { .text(content.redactor.text($0)) },
      "question": check.question.map(JSONValue.both), "remediation": .both(check.remediation),
      "settled_by": .words(result.settlement?.people ?? []),
      "evidence": .list(result.evidence.map(evidence)), "tables": .list(result.tables.map(table)),
    ])
  }

  private func evidence(_ evidence: Evidence) -> JSONValue {
    let row = Row(evidence, content.redactor)
    return .members([
      "message": .both(row.message), "subject": .text(row.subject), "is_settled": .flag(row.isSettled),
      "columns": .object(row.columns.map { ($0.name, .cell($0.value)) }),
    ])
  }

  private func table(_ state: TableState) -> JSONValue {
    .members([
      "table": .text(state.table), "status": .code(state.status),
      "sources": .words(state.sources.map(\.source)),
    ])
  }
}
