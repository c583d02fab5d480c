import Facts

/// Everything of one scan that a report shows.
public struct Outcome: Sendable {
  public let scan: Scan
  public let identity: [MachineIdentity]
  /// The medium that was inspected; nil for a machine.
  public let medium: Medium?
  public let operatingSystem: OperatingSystem?
  /// Digest of the machine's identity, hex; what answers and stamps speak of.
  public let machine: String
  /// SHA-256 of the sealed facts, hex.
  public let factsDigest: String
  /// SHA-256 over the rule pack, hex.
  public let packDigest: String
  /// Number and hash of the last entry of the daemon's journal; nil where there is none.
  public let journalHead: String?
  public let profile: Profile
  /// One judgement per edition, in the order of their coming into force.
  public let editions: [EditionOutcome]
  /// The edition whose fitness is the exit code.
  public let asked: String
  public let answers: [AnswerReview]
  public var waivers: [WaiverReview] = []
  public let ledger: [CollectionRecord]
  public let gaps: [CollectionGap]
  /// Rows of markings, documents and devices that reports count.
  public let counts: [String: Int]
  public let labels: Labels
  /// What reports draw of the machine's life.
  public var timeline: [TimelineSpan] = []

  public var isMedium: Bool { scan.nature == .medium }

  public var exitCode: Int32 {
    editions.first { $0.edition.id == asked }?.fitness.exitCode ?? 3
  }
}

/// The judgement under one edition.
public struct EditionOutcome: Sendable {
  public let edition: Edition
  public let isInForce: Bool
  public let fitness: Fitness
  /// Acts in the time that this edition was in force.
  public let violation: Violation
  public let violationEvidence: [Evidence]
  public let results: [RuleResult]
  /// Tables that stand against a pass because they could not be fully read.
  public let blindTables: [TableState]
}

/// Names of coded values, read from `rules/labels.yaml`.
public struct Labels: Sendable {
  private let texts: [String: LocalizedText]

  public init(_ texts: [String: LocalizedText]) { self.texts = texts }

  /// The name of a code; the code itself where none is given.
  public func text(_ code: String) -> LocalizedText {
    texts[code] ?? LocalizedText(vi: code, en: code)
  }

  public func has(_ code: String) -> Bool { texts[code] != nil }
}
