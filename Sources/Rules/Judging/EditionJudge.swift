import Facts

/// Judges one machine under one edition of the law.
struct EditionJudge {
  let pack: RulePack
  let profile: Profile
  let edition: Edition
  let scan: Scan
  let records: [CollectionRecord]
  let run: CheckRun
  let maker: EvidenceMaker

  func outcome(_ answers: inout AnswerBook, _ waivers: inout WaiverBook) -> EditionOutcome {
    let window = ActWindow(
      collectedAt: scan.collectedAt, connectedSince: edition.connectedSince, actsUntil: .max,
      signatureAge: profile.signatureAge)
    var results: [RuleResult] = []
    for check in pack.checks { results.append(result(check, window, &answers, &waivers)) }
    let blind = blindTables(results)
    let (violation, evidence) = violation(&answers, &waivers)
    return EditionOutcome(
      edition: edition, isInForce: isInForce, fitness: fitness(results, blind),
      violation: violation, violationEvidence: evidence, results: results, blindTables: blind)
  }

  private var isInForce: Bool {
    edition.inForceFrom <= scan.collectedAt && scan.collectedAt < edition.inForceUntil ?? .max
  }

  /// The profile's effect, held down by the edition's limit: an edition may weaken an effect, never raise it.
  private func effect(_ check: Check) -> Effect {
    let asked = profile.effects[check.id] ?? .notSelected
    guard let limit = edition.limits[check.id] else { return asked }
    let order: [Effect] = [.notSelected, .informational, .blocksPass, .required]
    return order.first { $0 == asked || $0 == limit } ?? asked
  }

  private func result(
    _ check: Check, _ window: ActWindow, _ answers: inout AnswerBook, _ waivers: inout WaiverBook
  ) -> RuleResult {
    let effect = effect(check)
    guard effect != .notSelected else { return make(check, effect, .notselected) }
    let finding = run.finding(check, window)
    let evidence = maker.evidence(check, finding)
    switch (finding.status, effect) {
    case (.notchecked, _):
      let given = answers.answers(toWhole: check.id)
      guard !given.isEmpty else { return make(check, effect, .notchecked) }
      let failed = given.contains { $0.reply == .fail }
      return make(
        check, effect, failed ? .fail : .pass, settlement: Settlement(answers: given))
    case (.fail, .blocksPass), (.fail, .required):
      let subjects = Set(evidence.map(\.subject))
      let given = effect == .blocksPass ? answers.answers(to: check.id, subjects: subjects) : []
      let waived: (waivers: [Waiver], subjects: Set<String>)
      do {
        waived = waivers.settled(
          check, effect, subjects: subjects, drafted: try run.drafted(check, window, among: subjects))
      } catch {
        return make(check, effect, .error, finding, evidence, problem: "\(error)")
      }
      let denied = given.filter { $0.reply == .fail }.flatMap(\.scope)
      let settled = AnswerBook.settled(given).union(waived.subjects).subtracting(denied)
      let isSettled = !subjects.isEmpty && subjects.isSubset(of: settled)
      return make(
        check, effect, .fail, finding,
        evidence.map { $0.settled(settled.contains($0.subject)) },
        settlement: isSettled ? Settlement(answers: given, waivers: waived.waivers) : nil)
    case (.pass, _):
      let doubts = openDoubts(finding, &answers)
      return make(
        check, effect, doubts.isEmpty ? .pass : .unknown, finding, doubts.isEmpty ? evidence : [],
        doubts: doubts)
    default:
      return make(check, effect, finding.status, finding, evidence)
    }
  }

  /// The checks whose answers do not yet settle every doubt.
  private func openDoubts(_ finding: CheckFinding, _ answers: inout AnswerBook) -> [String] {
    finding.doubts.sorted { $0.key < $1.key }.filter { check, subjects in
      let given = answers.answers(to: check, subjects: subjects)
      return !subjects.isSubset(of: AnswerBook.settled(given))
    }.map(\.key)
  }

  private func make(
    _ check: Check, _ effect: Effect, _ status: RuleResult.Status, _ finding: CheckFinding? = nil,
    _ evidence: [Evidence] = [], settlement: Settlement? = nil, doubts: [String] = [],
    problem: String? = nil
  ) -> RuleResult {
    let weighs = effect == .required || effect == .blocksPass
    let passes =
      switch status {
      case .pass: true
      case .fail: settlement != nil && !evidence.isEmpty
      case .notapplicable: profile.mayBeNotApplicable[check.id] != nil
      default: false
      }
    return RuleResult(
      check: check, effect: effect, status: status,
      clauses: edition.clauses.filter { $0.checks.contains(check.id) }.map(\.clause),
      evidence: evidence, tables: finding?.tables ?? [], problem: problem ?? finding?.problem,
      settlement: settlement, blocksPass: weighs && !passes, doubts: doubts)
  }

  /// Tables of selected rules, informational ones too, and those that every pass rests on, where they cannot
  /// carry a pass.
  private func blindTables(_ results: [RuleResult]) -> [TableState] {
    var blind: [String: TableState] = [:]
    for result in results where result.effect != .notSelected {
      let excused = profile.mayBeNotApplicable[result.check.id] != nil
      for state in result.tables where !state.status.isConclusive {
        if excused, state.status == .notApplicable { continue }
        blind[state.table] = state
      }
    }
    for state in profile.foundation.map(run.ledger.state) where !state.status.isConclusive {
      blind[state.table] = state
    }
    return blind.values.sorted { $0.table < $1.table }
  }

  /// A scan that was stopped reaches no verdict; what it found is in the results.
  private func fitness(_ results: [RuleResult], _ blind: [TableState]) -> Fitness {
    if records.contains(where: { $0.reason == .cancelled }) { return .undetermined }
    if results.contains(where: { $0.effect == .required && $0.status == .fail && $0.blocksPass }) {
      return .nonCompliant
    }
    let known = Set(pack.checks.map(\.id))
    let isComplete = profile.effects.keys.allSatisfy(known.contains)
    let isMeant = profile.onlyEdition == nil || profile.onlyEdition == edition.id
    let isClear = !results.contains(where: \.blocksPass) && blind.isEmpty
    return isClear && isComplete && isMeant && scan.nature != .root ? .compliant : .undetermined
  }

  private func violation(
    _ answers: inout AnswerBook, _ waivers: inout WaiverBook
  ) -> (Violation, [Evidence]) {
    guard let check = pack.check(edition.violationCheck) else { return (.insufficient, []) }
    let window = ActWindow(
      collectedAt: scan.collectedAt, connectedSince: edition.connectedSince,
      actsUntil: edition.inForceUntil ?? .max, signatureAge: profile.signatureAge)
    let finding = run.finding(check, window)
    switch finding.status {
    case .fail:
      let evidence = maker.evidence(check, finding)
      let open = unwaived(check, window, evidence, &waivers)
      return open.isEmpty ? (.noneFound, []) : (.signs, open)
    case .pass: return (openDoubts(finding, &answers).isEmpty ? .noneFound : .insufficient, [])
    default: return (.insufficient, [])
    }
  }

  /// Evidence that no waiver covers; all of it where that cannot be told.
  private func unwaived(
    _ check: Check, _ window: ActWindow, _ evidence: [Evidence], _ waivers: inout WaiverBook
  ) -> [Evidence] {
    do {
      let subjects = Set(evidence.map(\.subject))
      let drafted = try run.drafted(check, window, among: subjects)
      let covered = waivers.settled(check, .required, subjects: subjects, drafted: drafted).subjects
      return evidence.filter { !covered.contains($0.subject) }
    } catch { return evidence }
  }
}
