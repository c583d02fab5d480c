import Attestation
import Facts
import Rules
import Stamping

/// Makes the stamp of a machine that passed; only ĐẠT is stamped.
public struct StampMaker: Sendable {
  /// Seconds after which facts of a running machine are too old to be stamped.
  public static let maximumAge: Int64 = 7 * 86_400

  let outcome: Outcome
  let facts: StampFacts
  let request: StampRequest
  private let name: String

  /// Throws `StampRefusal` where the machine cannot be stamped with this key.
  public init(
    _ outcome: Outcome, _ facts: StampFacts, _ request: StampRequest, machineName: String, key: PublicKey
  ) throws(StampRefusal) {
    try Self.require(outcome, request, key)
    self.outcome = outcome
    self.facts = facts
    self.request = request
    name = machineName
  }

  private static func require(
    _ outcome: Outcome, _ request: StampRequest, _ key: PublicKey
  ) throws(StampRefusal) {
    guard !outcome.isMedium else { throw .medium }
    guard outcome.scan.occasion == .inspection else { throw .selfCheck }
    guard request.validUntil > request.issued else { throw .endsBeforeItBegins }
    let scan = outcome.scan
    guard scan.collectedAt <= request.issued else { throw .clockSetBack }
    if scan.nature == .live {
      if key.isTest { throw .testKey }
      let age = request.issued - scan.collectedAt
      guard age <= maximumAge else { throw .factsTooOld(days: Int(age / 86_400)) }
    } else if !key.isTest {
      throw .needsTestKey
    }
    let inForce = outcome.editions.filter { edition in
      let law = edition.edition
      return law.inForceFrom <= request.issued && request.issued < law.inForceUntil ?? .max
    }
    guard !inForce.isEmpty else { throw .noLawInForce }
    let asked = outcome.editions.filter { $0.edition.id == outcome.asked }
    for edition in asked + inForce where edition.fitness != .compliant {
      throw .notCompliant(law: edition.edition.id, edition.fitness)
    }
  }

  /// The stamp with its number.
  public func stamp(_ serial: String, record: String?) -> Stamp {
    Stamp(
      serial: serial, issuer: request.issuer, inspector: request.inspector, unit: request.unit,
      machineName: name, issued: request.issued, validUntil: request.validUntil, machine: outcome.machine,
      parts: IdentityParts.of(facts.identity), profile: outcome.profile.id, law: outcome.asked,
      verdict: Stamp.passed, facts: outcome.factsDigest, collected: outcome.scan.collectedAt,
      nature: outcome.scan.nature, rules: outcome.packDigest, record: record,
      baseline: StampBaseline(facts, settled: settled), seals: request.seals)
  }

  /// Findings that a person settled, under any edition.
  private var settled: [(check: String, subject: String)] {
    outcome.editions.flatMap(\.results).filter { $0.status == .fail }.flatMap { result in
      result.evidence.filter(\.isSettled).map { (result.check.id, $0.subject) }
    }
  }
}
