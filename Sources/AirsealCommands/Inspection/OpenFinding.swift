import Rules

/// What stands between a machine and a stamp, under the edition that was asked for and those in force.
struct OpenFinding {
  let check: Check
  let status: RuleResult.Status
  /// Rows that nobody settled yet.
  let rows: [Evidence]
  /// Whether a signed answer can settle it.
  let isSettleable: Bool

  /// What answers name, in the order of the rows.
  var subjects: [String] {
    rows.reduce(into: []) { if !$0.contains($1.subject) { $0.append($1.subject) } }
  }

  /// In the order of the pack.
  static func all(_ outcome: Outcome) -> [OpenFinding] {
    let results = outcome.editions.filter { $0.edition.id == outcome.asked || $0.isInForce }
      .flatMap(\.results).filter(\.blocksPass)
    var seen: [String] = []
    for result in results where !seen.contains(result.check.id) { seen.append(result.check.id) }
    return seen.map { id in OpenFinding(results.filter { $0.check.id == id }) }
  }

  /// Results of one check under several editions, never none.
  private init(_ results: [RuleResult]) {
    let worst = results.first { $0.effect == .required } ?? results[0]
    check = worst.check
    status = worst.status
    rows = worst.evidence.filter { !$0.isSettled }
    isSettleable =
      results.allSatisfy { $0.effect == .blocksPass }
      && (worst.status == .notchecked || worst.status == .fail && !worst.evidence.isEmpty)
  }
}
