import Facts

/// A check as it was judged under one edition and profile.
public struct RuleResult: Sendable {
  /// XCCDF's result words.
  public enum Status: String, Sendable, Codable, CaseIterable {
    case pass
    case fail
    case error
    case unknown
    case notapplicable
    case notchecked
    case notselected
  }

  public let check: Check
  public let effect: Effect
  public let status: Status
  /// Clauses of the edition that name the check.
  public let clauses: [LocalizedText]
  /// The failing rows of a prohibition, or the rows that fulfil a duty.
  public let evidence: [Evidence]
  /// Tables that the check read and their ledger rows.
  public let tables: [TableState]
  /// What went wrong, for `error`.
  public let problem: String?
  /// Whether answers settle it, so that it no longer stands against a pass.
  public let settlement: Settlement?
  /// Whether it stands between the machine and a pass.
  public let blocksPass: Bool
  /// Checks that report what takes the ground from a pass of this one.
  public var doubts: [String] = []
}

/// One row that led to a result.
public struct Evidence: Sendable {
  /// Column names and values, in the order of the query.
  public let columns: [(name: String, value: FactValue)]
  /// The message of the check, filled from the row.
  public let message: LocalizedText
  /// What an answer's scope must name to settle this row.
  public let subject: String
  /// Whether a valid answer or waiver names this row.
  public let isSettled: Bool

  public subscript(column: String) -> FactValue {
    columns.first { $0.name == column }?.value ?? .null
  }
}

/// A table that a check read, and how far it can be trusted.
public struct TableState: Sendable {
  public let table: String
  public let status: CollectionStatus
  public let sources: [CollectionRecord]
}

/// The answers and waivers that settle a result.
public struct Settlement: Sendable {
  public let answers: [Answer]
  public var waivers: [Waiver] = []

  /// Who settled it.
  public var people: [String] { answers.map(\.inspector) + waivers.map(\.approver) }
}
