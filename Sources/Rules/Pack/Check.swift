import Facts

/// The law-neutral test of one matter, read from `rules/checks/<id>.yaml`.
public struct Check: Sendable {
  public enum Existence: String, Sendable, CaseIterable {
    /// A prohibition: every row is a violation.
    case noneExist = "none_exist"
    /// A duty: some row must be there.
    case atLeastOneExists = "at_least_one_exists"
  }

  /// How the check is answered.
  public enum Method: Sendable {
    /// A query over sealed facts.
    case query(sql: String, existence: Existence, monotone: Bool)
    /// A person answers.
    case manual
    /// airseal cannot check it yet; until then a person answers.
    case pending
  }

  /// Permanent identifier, snake case.
  public let id: String
  public let title: LocalizedText
  /// What must hold, as an inspector would write it.
  public let statement: LocalizedText
  public let severity: Severity
  public let method: Method
  /// Columns whose values name one row for an answer's scope; empty where an answer covers the whole check.
  public let subject: [String]
  /// Template of one finding; `{column}`, `{column|date}` and `{column|label}` are filled from its row.
  public let message: LocalizedText
  public let remediation: LocalizedText
  /// What a person is asked where the check itself cannot decide.
  public let question: LocalizedText?
  public let examples: [Example]
  /// Why there is nothing yet that a pending check could speak of; its result is then `notapplicable`.
  public var notApplicable: LocalizedText? = nil
  /// What takes the ground from a pass.
  public var doubts: [Doubt] = []

  /// Things that airseal could not look into, without which a pass is not certain; answers to another check settle them.
  public struct Doubt: Sendable {
    /// The check that reports the same things.
    public let check: String
    public let sql: String
    /// Columns whose values name one thing as a finding of that check names it.
    public let subject: [String]
  }

  /// Waivers that settle findings of this check even where it is required.
  public var waivers: Set<Waiver.Kind> = []
  /// Findings that were drafted here, which no cipher waiver covers.
  public var drafting: Drafting? = nil

  /// How it shows that something was drafted on the machine.
  public struct Drafting: Sendable {
    /// Its columns are those of the subject.
    public let sql: String
    /// Without these nothing is known not to have been drafted.
    public let tables: Set<String>
  }

  /// What is shown where a duty is not fulfilled.
  public var instead: Instead? = nil

  /// Rows that fall short of a duty, and the message of one.
  public struct Instead: Sendable {
    public let sql: String
    public let message: LocalizedText
  }

  /// Facts and the result that they must give.
  public struct Example: Sendable {
    public let expect: RuleResult.Status
    /// Rows by table.
    public let rows: [String: [[String: FactValue]]]
    /// Tables whose collection status is not complete.
    public let statuses: [String: CollectionStatus]
    /// `collected_at` of the example, Unix seconds.
    public let collectedAt: Int64
    /// Earliest moment of a connection that counts, Unix seconds; 0 for any.
    public var connectedSince: Int64 = 0
    /// Age at which antivirus signatures are too old, seconds.
    public var signatureAge: Int64 = 30 * 86_400
  }
}

/// Weight of a finding; the words are those of XCCDF.
public enum Severity: String, Sendable, Codable, CaseIterable {
  case critical
  case high
  case medium
  case low
}
