import Attestation
import Facts
import Rules
import Stamping

/// What a stamp that is authentic is worth now.
public struct StampVerification: Sendable {
  /// Why nothing certain can be said.
  public enum Doubt: Sendable, Equatable {
    /// A table that could not be fully read.
    case blind(table: String)
    /// The facts are older than the stamp.
    case factsBeforeIssue(collected: Int64)
    /// A finding that a person has to settle.
    case open(check: String)
    /// Only the printed form is at hand, which names no part of the machine.
    case printedOnly
    /// The stamp that lies on this machine is another one.
    case otherStampHere(serial: String)
  }

  /// Tables of connections, which a quick look reads too.
  public static let connectionTables: Set<String> = [
    NetworkInterface.table.name, NetworkAddress.table.name, NetworkRoute.table.name, DeclaredLan.table.name,
  ]

  /// The facts say that they are those of the inspection, and are not.
  public struct AlteredFacts: Error, Equatable {
    public let expected: String
    public let found: String
  }

  public let stamp: SignedStamp
  public private(set) var faults: [StampFault]
  /// Changes that do not speak against the stamp.
  public private(set) var notes: [StampFault] = []
  public private(set) var doubts: [Doubt] = []
  /// Whether a machine was compared.
  public private(set) var isCompared = false
  /// What was found, by check, in the words of the checks.
  public private(set) var messages: [String: [LocalizedText]] = [:]

  /// Looks at the stamp itself; `now` is in Unix seconds.
  public init(_ stamp: SignedStamp, now: Int64, revocation: Revocation?) {
    self.stamp = stamp
    faults = StampComparison(stamp).ownFaults(now: now, revocation: revocation)
  }

  /// Compares the machine as facts describe it, and what those facts are judged to be; throws `AlteredFacts`.
  public mutating func compare(_ facts: StampFacts, outcome: Outcome? = nil) throws(AlteredFacts) {
    let statement = stamp.stamp
    if let digest = facts.digest, facts.scan.collectedAt == statement.collected, digest != statement.facts {
      throw AlteredFacts(expected: statement.facts, found: digest)
    }
    let comparison = StampComparison(stamp)
    isCompared = true
    faults += comparison.changes(facts).filter { !faults.contains($0) }
    notes += comparison.notes(facts)
    doubts += facts.blindTables.map { .blind(table: $0) }
    if facts.digest != statement.facts, facts.scan.collectedAt < statement.issued {
      doubts.append(.factsBeforeIssue(collected: facts.scan.collectedAt))
    }
    if let outcome { judge(outcome) }
  }

  private mutating func judge(_ outcome: Outcome) {
    guard let edition = outcome.editions.first(where: { $0.edition.id == stamp.stamp.law }) else { return }
    let settled = Set(stamp.stamp.baseline.settled)
    for result in edition.results where result.status == .fail && result.blocksPass {
      let isOpen =
        result.evidence.isEmpty
        || result.evidence.contains { row in
          !row.isSettled && !settled.contains(StampBaseline.mark(result.check.id, row.subject))
        }
      guard isOpen else { continue }
      if result.effect == .required {
        note(result)
      } else {
        messages[result.check.id] = result.evidence.map(\.message)
        doubts.append(.open(check: result.check.id))
      }
    }
    for table in edition.blindTables where !doubts.contains(.blind(table: table.table)) {
      doubts.append(.blind(table: table.table))
    }
  }

  /// Adds what a quick look at connections is judged to be; `tables` are those that each check reads.
  ///
  /// Other checks are left out: their findings have names of their own, or a quick look cannot tell.
  public mutating func compareConnections(_ outcome: Outcome, tables: [String: Set<String>]) {
    guard let edition = outcome.editions.first(where: { $0.edition.id == stamp.stamp.law }) else { return }
    for result in edition.results where result.effect == .required && result.blocksPass {
      guard let read = tables[result.check.id], read.isSubset(of: Self.connectionTables) else { continue }
      if result.status == .fail {
        note(result)
      } else {
        for table in result.tables where !table.status.isConclusive {
          let doubt = Doubt.blind(table: table.table)
          if !doubts.contains(doubt) { doubts.append(doubt) }
        }
      }
    }
  }

  private mutating func note(_ result: RuleResult) {
    faults.append(.finding(check: result.check.id))
    messages[result.check.id] = result.evidence.map(\.message)
  }

  /// 0: it holds; 2: authentic, but it does not; 3: nothing certain can be said.
  public var exitCode: Int32 { !faults.isEmpty ? 2 : doubts.isEmpty ? 0 : 3 }
}
