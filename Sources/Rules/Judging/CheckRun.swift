import Facts

/// Times that bound which acts count, bound to the parameters of the same names.
struct ActWindow: Equatable {
  let collectedAt: Int64
  /// Earliest moment of a connection that counts; 0 for any.
  let connectedSince: Int64
  /// First moment after the last act that counts.
  let actsUntil: Int64
  /// Age at which antivirus signatures are too old, seconds.
  let signatureAge: Int64

  var parameters: [String: Int64] {
    [
      ":collected_at": collectedAt, ":connected_since": connectedSince, ":acts_until": actsUntil,
      ":signature_age": signatureAge,
    ]
  }
}

/// What facts alone say about a check.
struct CheckFinding {
  let status: RuleResult.Status
  let columns: [String]
  let rows: [[FactValue]]
  let tables: [TableState]
  let problem: String?
  /// Subjects that take the ground from a pass, by the check whose answers settle them.
  var doubts: [String: Set<String>] = [:]

  /// The status that facts alone give: a pass with doubts is none.
  var certainStatus: RuleResult.Status { status == .pass && !doubts.isEmpty ? .unknown : status }
  /// Whether the rows are those that fall short of a duty.
  var isShortfall = false
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
      if status == .fail, existence == .atLeastOneExists, let instead = check.instead {
        let near = try runner.run(instead.sql, parameters: window.parameters, seconds: Self.seconds)
        return CheckFinding(
          status: status, columns: near.columns, rows: near.rows, tables: states, problem: nil,
          isShortfall: true)
      }
      return CheckFinding(
        status: status, columns: result.columns, rows: shown ? result.rows : [], tables: states,
        problem: nil, doubts: status == .pass ? try doubts(check, window) : [:])
    } catch {
      return CheckFinding(
        status: .error, columns: [], rows: [], tables: states, problem: Self.text(error))
    }
  }

  /// Subjects of findings that were drafted on the machine; all of them where that cannot be told.
  func drafted(
    _ check: Check, _ window: ActWindow, among subjects: Set<String>
  ) throws -> Set<String> {
    guard let drafting = check.drafting else { return [] }
    guard drafting.tables.allSatisfy({ ledger.state(of: $0).status.isConclusive }) else { return subjects }
    let result = try runner.run(drafting.sql, parameters: window.parameters, seconds: Self.seconds)
    return Set(
      result.rows.map { row in
        EvidenceMaker.subject(check.subject, zip(result.columns, row).map { (name: $0, value: $1) })
      })
  }

  private func doubts(_ check: Check, _ window: ActWindow) throws -> [String: Set<String>] {
    var doubts: [String: Set<String>] = [:]
    for doubt in check.doubts {
      let result = try runner.run(doubt.sql, parameters: window.parameters, seconds: Self.seconds)
      for row in result.rows {
        let columns = zip(result.columns, row).map { (name: $0, value: $1) }
        doubts[doubt.check, default: []].insert(EvidenceMaker.subject(doubt.subject, columns))
      }
    }
    return doubts
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
