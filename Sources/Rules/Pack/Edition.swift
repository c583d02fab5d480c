import Facts

/// One edition of the law, read from `rules/controls/<id>.yaml`.
public struct Edition: Sendable {
  /// As `2018`, the name that `--law` takes.
  public let id: String
  /// Number of the instrument, as 29/2018/QH14.
  public let instrument: String
  public let title: LocalizedText
  /// First moment in force, Unix seconds.
  public let inForceFrom: Int64
  /// First moment no longer in force; nil while in force.
  public let inForceUntil: Int64?
  public let clauses: [Clause]
  /// The strongest effect that a check may have under this edition; checks not named keep the profile's.
  public let limits: [String: Effect]
  /// Check that answers whether the forbidden act happened.
  public let violationCheck: String
  /// Earliest moment of a connection that counts under this edition, Unix seconds; 0 for any.
  public let connectedSince: Int64

  public struct Clause: Sendable {
    /// As "khoản 5 Điều 5".
    public let clause: LocalizedText
    /// Wording, or its sense.
    public let statement: LocalizedText
    public let status: Coverage
    /// Why the clause is not wholly automated.
    public let reason: LocalizedText?
    public let checks: [String]
  }

  /// How far a clause is checked by program.
  public enum Coverage: String, Sendable, CaseIterable {
    case automated
    case partial
    case manual
    case pending
  }
}

extension Edition {
  /// The edition whose fitness is the exit code unless another is asked for: law 29/2018/QH14.
  public static let defaultID = "2018"
}
