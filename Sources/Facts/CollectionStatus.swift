/// How far a table, or one source of it, can be trusted; the words are those of OVAL's flags.
public enum CollectionStatus: String, Codable, Sendable, CaseIterable {
  case complete
  /// Looked for, and known to be absent.
  case doesNotExist = "does_not_exist"
  case incomplete
  case error
  case notCollected = "not_collected"
  case notApplicable = "not_applicable"

  /// Whether facts of this status can carry a pass.
  public var isConclusive: Bool { self == .complete || self == .doesNotExist }

  /// The status of a table whose sources have the given statuses; a table without a source was not collected.
  public static func combined(_ statuses: [CollectionStatus]) -> CollectionStatus {
    let order: [CollectionStatus] = [.error, .notCollected, .incomplete, .notApplicable, .complete]
    guard !statuses.isEmpty else { return .notCollected }
    return order.first(where: statuses.contains) ?? .doesNotExist
  }
}
