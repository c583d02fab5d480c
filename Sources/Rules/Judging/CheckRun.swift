import Facts

/// Times that bound which acts count, bound to the parameters of the same names.
struct ActWindow: Equatable {
  let collectedAt: Int64
  /// Earliest moment of a connection that counts; 0 for any.
  let connectedSince: Int64
  /// First moment after the last act that counts.
  let actsUntil: Int64

  var parameters: [String: Int64] {
    [":collected_at": collectedAt, ":connected_since": connectedSince, ":acts_until": actsUntil]
  }
}

/// What facts alone say about a check.
struct CheckFinding {
  let status: RuleResult.Status
  let columns: [String]
  let rows: [[FactValue]]
  let tables: [TableState]
  let problem: String?
}

/// Runs checks over facts and decides by existence and collection status.
struct CheckRun {
  static let seconds = 10.0

  let runner: SqlRunner
  let ledger: TableLedger
  let tables: [String: Set<String>]

  func finding(_ check: Check, _ window: ActWindow) -> CheckFinding {
    guard case .query(let sql, let existence, let monotone) = check.method else {
      let status: RuleResult.Status = check.notApplicable == nil ? .notchecked : .notapplicable
      return CheckFinding(status: status, columns: [], rows: [], tables: [], problem: nil)
    }
    let states = (tables[check.id] ?? []).sorted().map(ledger.state)
    do {
      let result = try runner.run(sql, parameters: window.parameters, seconds: Self.seconds)
      let status = Self.status(
        existence, monotone: monotone, hasRows: !result.rows.isEmpty, states: states)
      let shown = status == .pass || status == .fail
      return CheckFinding(
        status: status, columns: result.columns, rows: shown ? result.rows : [], tables: states,
        problem: nil)
    } catch {
      return CheckFinding(
        status: .error, columns: [], rows: [], tables: states, problem: Self.text(error))
    }
  }

  /// The table of existence: partial facts may show a violation or a fulfilled duty, never the lack of one.
  static func status(
    _ existence: Check.Existence, monotone: Bool, hasRows: Bool, states: [TableState]
  ) -> RuleResult.Status {
    let blind = states.filter { !$0.status.isConclusive }
    if blind.isEmpty || (hasRows && monotone) {
      return hasRows == (existence == .atLeastOneExists) ? .pass : .fail
    }
    return blind.allSatisfy { $0.status == .notApplicable } ? .notapplicable : .unknown
  }

  private static func text(_ error: any Error) -> String {
    switch error {
    case QueryError.timedOut: "timed out"
    case QueryError.invalid(let message): message
    default: "\(error)"
    }
  }
}
