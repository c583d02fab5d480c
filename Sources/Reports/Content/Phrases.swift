import Facts
import Rules

/// Turns parts of an outcome into sentences of one language.
struct Phrases {
  let language: Language
  let labels: Labels
  let moment: Moment
  private let redactor: Redactor

  init(_ content: ReportContent, _ language: Language) {
    self.language = language
    self.labels = content.outcome.labels
    self.redactor = content.redactor
    self.moment = Moment(language: language, offset: content.outcome.scan.utcOffset)
  }

  func callAsFunction(_ text: LocalizedText) -> String { Printable.line(text[language]) }

  /// A label of a code in a column; the code itself where the rules give none.
  func label(_ column: String, _ code: String) -> String {
    labels.has("\(column).\(code)") ? self(labels.text("\(column).\(code)")) : code
  }

  func place(_ row: Row) -> String {
    var place = row["path", "syspath", "port", "interface", "name"] ?? row.subject
    if let page = row["page"] { place += ", \(self(Wording.page)) \(page)" }
    if let line = row["line"] { place += ", \(self(Wording.lineNumber)) \(line)" }
    if let trace = row["trace_path"] { place += "; \(trace)" }
    return place
  }

  /// Nil for a state at the time of the scan.
  func when(_ row: Row) -> String? {
    let names: Set<String> = ["first_seen", "first_time", "last_seen", "modified_at"]
    guard row.columns.contains(where: { names.contains($0.name) }) else { return nil }
    let first = row.time("first_seen", "first_time")
    let last = row.time("last_seen", "modified_at")
    var parts: [String] = []
    switch (first, last) {
    case (let first?, let last?) where first != last:
      parts.append(moment.range(first, last))
    case (let time?, _), (nil, let time?): parts.append(moment.time(time))
    case (nil, nil): parts.append(self(Wording.noTime))
    }
    if let count = row.time("occurrences"), count > 1 { parts.append(self(Wording.times(count))) }
    if let basis = row["time_basis"], basis != TimeBasis.recorded.rawValue, first ?? last != nil {
      parts.append(label("time_basis", basis))
    }
    return parts.joined(separator: ", ")
  }

  /// How strong the evidence is: its grade, or the confidence of a marking or device.
  func strength(_ row: Row) -> String? {
    var parts: [String] = []
    if let code = row["grade"] {
      let name = Grade(rawValue: code).map { self(Wording.grade($0)) } ?? code
      parts.append(labels.has("grade.\(code)") ? "\(code) – \(label("grade", code))" : name)
    }
    if let code = row["confidence"] {
      parts.append("\(self(Wording.certainty)) \(label("confidence", code))")
    }
    if row["before_install"] == "1" { parts.append(self(Wording.olderThanSystem)) }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// Clauses and effects under every edition, as "khoản 5 Điều 5 Luật 29/2018/QH14 (bắt buộc)".
  func basis(_ entry: CheckEntry) -> String {
    entry.judgements.filter { $0.result.effect != .notSelected }.map { judgement in
      let law = judgement.edition.instrument
      let clauses = judgement.result.clauses.map { self(Wording.clause($0, law)) }
      let basis = clauses.isEmpty ? self(Wording.law(law)) : clauses.joined(separator: ", ")
      return "\(basis) (\(self(Wording.effect(judgement.result.effect))))"
    }.joined(separator: "; ")
  }

  /// Why a check without a finding stands against a pass.
  func obstacle(_ entry: CheckEntry) -> String {
    let result = entry.principal
    var parts: [String] = []
    switch entry.check.method {
    case .pending where result.status == .notapplicable:
      parts.append("\(self(Wording.status(result.status)).capitalizedFirst).")
      if let reason = entry.check.notApplicable { parts.append(self(reason)) }
    case .pending: parts.append(self(Wording.pending))
    case .manual: parts.append(self(Wording.manual))
    case .query: parts.append("\(self(Wording.status(result.status)).capitalizedFirst).")
    }
    if let problem = result.problem { parts.append(self(Wording.problem(redactor.text(problem)))) }
    if !result.doubts.isEmpty {
      parts.append("\(self(Wording.notLookedInto)): \(result.doubts.joined(separator: ", ")).")
    }
    let blind = result.tables.filter { !$0.status.isConclusive }
    if !blind.isEmpty {
      let states = blind.map { "\(table($0.table)): \(self(Wording.collection($0.status)))" }
      parts.append("\(self(Wording.missingFacts)): \(states.joined(separator: "; ")).")
    }
    return parts.joined(separator: " ")
  }

  /// A check that holds, as a statement of its own.
  func passed(_ entry: CheckEntry) -> String {
    let title = self(entry.check.title)
    var text = title
    if case .query(_, .noneExist, _) = entry.check.method, entry.principal.status == .pass {
      text = "\(self(Wording.notFound)): \(title)"
    }
    return entry.principal.settlement == nil ? text : "\(text) [\(self(Wording.settled))]"
  }

  /// Rows of each table that holds any.
  func counts(_ outcome: Outcome) -> [(name: String, value: String)] {
    outcome.counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { (table($0.key).capitalizedFirst, String($0.value)) }
  }

  /// The result of a check without weight, and why it has none.
  func informational(_ entry: CheckEntry, _ profile: Profile) -> String {
    let status = self(Wording.status(entry.principal.status))
    let reason = profile.mayBeNotApplicable[entry.check.id] ?? entry.check.notApplicable
    guard entry.principal.status == .notapplicable, let reason else { return status }
    return "\(status): \(self(reason))"
  }

  func title(_ check: String, _ content: ReportContent) -> String {
    guard let entry = content.entries.first(where: { $0.check.id == check }) else { return check }
    return "\(self(entry.check.title)) (\(check))"
  }

  func table(_ name: String) -> String { label("table", name) }

  func source(_ name: String) -> String { label("source", name) }

  /// Why a source could not be fully read.
  func reason(_ record: CollectionRecord) -> String {
    var text = record.reason == .none ? "" : label("reason", record.reason.rawValue)
    let detail = redactor.text(record.detail)
    if !detail.isEmpty { text += text.isEmpty ? detail : " (\(detail))" }
    return text
  }

  func law(_ edition: Edition) -> String {
    self(Wording.clause(edition.violationClause, edition.instrument))
  }

  /// When an edition holds: before, since.
  func period(_ edition: Edition) -> String {
    func day(_ seconds: Int64) -> LocalizedText {
      LocalizedText(
        vi: Moment(language: .vi, offset: 0).lawDay(seconds),
        en: Moment(language: .en, offset: 0).lawDay(seconds))
    }
    if let end = edition.inForceUntil { return self(Wording.before(day(end))) }
    return self(Wording.since(day(edition.inForceFrom)))
  }

  /// The sentence about the law that was replaced, without its verdict; nil with one edition only.
  func replacement(_ content: ReportContent) -> String? {
    guard let old = content.replaced?.edition, let current = content.current?.edition,
      let end = old.inForceUntil
    else { return nil }
    let day = LocalizedText(
      vi: Moment(language: .vi, offset: 0).lawDay(end), en: Moment(language: .en, offset: 0).lawDay(end))
    let basis = Wording.clause(current.violationClause, current.instrument)
    return self(Wording.replacedLaw(old.instrument, day, basis))
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
