import Facts
import Rules

/// An outcome arranged for readers, with withheld names replaced; every form of report is made from it.
struct ReportContent {
  let outcome: Outcome
  let redactor: Redactor
  let entries: [CheckEntry]
  /// The edition asked for first, then the others by age.
  let editions: [EditionOutcome]

  init(_ outcome: Outcome, redactsPaths: Bool) {
    self.outcome = outcome
    let redactor = Redactor(outcome, redactsPaths: redactsPaths)
    self.redactor = redactor
    self.editions =
      outcome.editions.filter { $0.edition.id == outcome.asked }
      + outcome.editions.filter { $0.edition.id != outcome.asked }
    var order: [String] = []
    var judgements: [String: [CheckEntry.Judgement]] = [:]
    for edition in editions {
      for result in edition.results {
        if judgements[result.check.id] == nil { order.append(result.check.id) }
        judgements[result.check.id, default: []].append(.init(edition: edition.edition, result: result))
      }
    }
    self.entries = order.compactMap { id in
      judgements[id].flatMap { all in
        all.first.map { CheckEntry(check: $0.result.check, judgements: all, redactor: redactor) }
      }
    }
  }

  /// Entries of a category, gravest first.
  func entries(_ category: CheckEntry.Category) -> [CheckEntry] {
    func rank(_ entry: CheckEntry) -> Int {
      let severity = Severity.allCases.firstIndex(of: entry.check.severity) ?? 0
      return (entry.principal.effect == .required ? 0 : 10) + severity
    }
    return entries.filter { $0.category == category }.enumerated()
      .map { (rank: rank($0.element), place: $0.offset, entry: $0.element) }
      .sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.entry)
  }

  var asked: EditionOutcome? { editions.first { $0.edition.id == outcome.asked } }

  /// The latest edition.
  var current: EditionOutcome? {
    outcome.editions.max { $0.edition.inForceFrom < $1.edition.inForceFrom }
  }

  /// The edition that the latest one replaced.
  var replaced: EditionOutcome? {
    outcome.editions.last { $0.edition.inForceUntil != nil && $0.edition.id != current?.edition.id }
  }

  /// Whether the machine must not be used for secrets.
  var mustStop: Bool {
    asked?.fitness == .nonCompliant || current?.fitness == .nonCompliant
      || outcome.editions.contains { edition in
        edition.violation == .signs
          || edition.results.contains { $0.effect == .required && $0.status == .fail && $0.blocksPass }
      }
  }

  var isMedium: Bool { outcome.isMedium }
  var isCertifiable: Bool { outcome.scan.nature == .live && outcome.scan.occasion == .inspection }

  /// Tables that stand against a pass under any edition, once each.
  var blindTables: [TableState] {
    var seen: Set<String> = []
    return outcome.editions.flatMap(\.blindTables).filter { seen.insert($0.table).inserted }
  }

  /// Ids of checks that read documents.
  var documentChecks: Set<String> {
    Set(
      outcome.editions.flatMap(\.results).filter { Redactor.readsDocuments($0) }.map(\.check.id))
  }
}

extension Edition {
  /// The clause that forbids the act, as the edition numbers it; nil if no clause names the check.
  var violationClause: LocalizedText? {
    clauses.first { $0.checks.contains(violationCheck) }?.clause
  }
}

extension ReportContent {
  /// Evidence of a violation under an edition that no finding lists.
  func violationRows(_ edition: EditionOutcome) -> [Row] {
    let entry = entries(.finding).first { $0.check.id == edition.edition.violationCheck }
    let listed = Set(entry?.rows.map(\.message) ?? [])
    return edition.violationEvidence.map { Row($0, redactor) }.filter { !listed.contains($0.message) }
  }
}

extension ReportContent {
  /// A gap as it may be shown.
  func shown(_ gap: CollectionGap) -> (path: String, detail: String) {
    let replacements = redactor.replacements([gap.path, gap.detail])
    let detail =
      gap.detail.hasPrefix("\(gap.path): ") ? gap.detail.dropFirst(gap.path.count + 2) : gap.detail[...]
    return (redactor.replace(gap.path, replacements), redactor.replace(String(detail), replacements))
  }

  /// The scope of an answer as it may be shown.
  func scope(_ answer: Answer) -> [String] {
    let ofDocuments = documentChecks.contains(answer.check)
    return answer.scope.map { redactor.scope($0, ofDocuments: ofDocuments) }
  }

  /// The scope of a waiver as it may be shown.
  func scope(_ waiver: Waiver) -> [String] {
    let ofDocuments = documentChecks.contains(waiver.check)
    return waiver.scope.map { redactor.scope($0, ofDocuments: ofDocuments) }
  }

  var ledgerSummary: LocalizedText {
    let statuses = Dictionary(grouping: outcome.ledger, by: \.tableName).mapValues { $0.map(\.status) }
    let read = outcome.editions.flatMap(\.results).flatMap(\.tables).map(\.table)
    let tables = Set(statuses.keys).union(read)
    let conclusive = tables.filter { CollectionStatus.combined(statuses[$0] ?? []).isConclusive }
    return Wording.ledgerSummary(
      tables.count, conclusive.count, outcome.ledger.reduce(0) { $0 + $1.rows },
      outcome.ledger.reduce(0) { $0 + $1.skipped })
  }
}

extension ReportContent {
  /// What stands against a pass beside checks and tables.
  var otherObstacles: [LocalizedText] {
    let profile = outcome.profile
    let judged = Set(entries.map(\.check.id))
    let missing = profile.effects.keys.filter { !judged.contains($0) && profile.effects[$0] != .notSelected }
    var obstacles = missing.sorted().map { Wording.missingCheck($0) }
    if outcome.scan.nature == .root { obstacles.append(Wording.onlyFromDisk) }
    if let only = profile.onlyEdition {
      obstacles += outcome.editions.filter { $0.edition.id != only }
        .map { Wording.foreignEdition(profile.id, $0.edition.instrument) }
    }
    return obstacles
  }

  /// What limits the worth of this scan; the first screen says it.
  var limits: [LocalizedText] {
    let reasons = Set(outcome.ledger.map(\.reason))
    var limits: [LocalizedText] = []
    if outcome.scan.occasion == .selfCheck { limits.append(Wording.selfCheck) }
    if outcome.scan.nature != .live, !isMedium { limits.append(Wording.notStampable) }
    if reasons.contains(.cancelled) { limits.append(Wording.cancelled) }
    if reasons.contains(.skippedByUser) { limits.append(Wording.skippedByUser) }
    if outcome.scan.effectiveUid != 0, !isMedium { limits.append(Wording.notRoot) }
    return limits
  }

  /// Sentences that belong to every report of this outcome.
  var notices: [LocalizedText] {
    var notices = [Wording.peopleConclude, Wording.noText] + limits
    if redactor.isActive { notices.append(Wording.withheld) }
    if outcome.scan.effectiveUid != 0, outcome.scan.nature != .recording {
      notices.append(Wording.accessTimes)
    }
    return notices
  }
}
