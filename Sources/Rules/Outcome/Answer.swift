/// A verified answer of a person to a manual question.
public struct Answer: Sendable, Codable, Equatable {
  public enum Reply: String, Sendable, Codable, CaseIterable {
    /// The person found that what the check asks for holds.
    case pass
    /// The person found that it does not hold.
    case fail
  }

  public let check: String
  public let reply: Reply
  /// Subjects of the findings that the answer covers; empty for the whole of a manual or pending check.
  public let scope: [String]
  /// What the person saw and did.
  public let statement: String
  public let inspector: String
  public let unit: String
  /// Digest of the machine's identity that the answer speaks of.
  public let machine: String
  /// Unix seconds.
  public let issued: Int64
  /// Unix seconds; the answer settles nothing for facts collected later.
  public let expires: Int64

  public init(
    check: String, reply: Reply, scope: [String], statement: String, inspector: String,
    unit: String, machine: String, issued: Int64, expires: Int64
  ) {
    self.check = check
    self.reply = reply
    self.scope = scope
    self.statement = statement
    self.inspector = inspector
    self.unit = unit
    self.machine = machine
    self.issued = issued
    self.expires = expires
  }
}

/// An answer that was offered, and whether it counted.
public struct AnswerReview: Sendable {
  public enum Verdict: String, Sendable, Codable {
    case accepted
    case expired
    /// It speaks of another machine.
    case otherMachine = "other_machine"
    /// A key for tests signed it, and the facts are those of a running machine.
    case testKey = "test_key"
    /// It names a check that the pack lacks.
    case unknownCheck = "unknown_check"
    /// The check is decided by facts, which no answer replaces.
    case notAskable = "not_askable"
    /// Its scope names nothing that was found.
    case outOfScope = "out_of_scope"
    /// A cipher waiver for what was drafted here; it covers keeping only.
    case drafting
  }

  public let answer: Answer
  /// Identifier of the key that signed it.
  public let keyID: String
  public let verdict: Verdict
}
