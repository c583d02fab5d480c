import Facts
import Rules

/// The shape of the JSON report; `schemas/report-1.schema.json` describes it.
struct ReportDocument: Encodable {
  static let schema = "airseal-report-1"

  struct ScanPart: Encodable {
    let collectedAt: Int64
    let collectedAtUtc: String?
    let utcOffset: Int64
    let nature: ScanNature
    let liveHardware: Bool
    let root: String
    let effectiveUid: Int64
    let airsealVersion: String
  }

  struct MachinePart: Encodable {
    let digest: String
    let identity: [MachineIdentity]
    let operatingSystem: OperatingSystem?
  }

  struct ProfilePart: Encodable {
    let id: String
    let title: LocalizedText
    let summary: LocalizedText
  }

  struct EditionPart: Encodable {
    let id: String
    let instrument: String
    let title: LocalizedText
    let violationClause: LocalizedText?
    let inForceFrom: Int64
    let inForceUntil: Int64?
    let isInForce: Bool
    let fitness: Fitness
    let fitnessWord: LocalizedText
    let violation: Violation
    let violationWord: LocalizedText
    let violationEvidence: [EvidencePart]
    let results: [ResultPart]
    let blindTables: [TablePart]
  }

  struct ResultPart: Encodable {
    let check: String
    let title: LocalizedText
    let statement: LocalizedText
    let severity: Severity
    let effect: Effect
    let status: RuleResult.Status
    let method: String
    let clauses: [LocalizedText]
    let blocksPass: Bool
    let problem: String?
    let question: LocalizedText?
    let remediation: LocalizedText
    let settledBy: [String]
    let evidence: [EvidencePart]
    let tables: [TablePart]
  }

  struct EvidencePart: Encodable {
    let message: LocalizedText
    let subject: String
    let isSettled: Bool
    let columns: [String: Value]
  }

  struct TablePart: Encodable {
    let table: String
    let status: CollectionStatus
    let sources: [String]
  }

  struct AnswerPart: Encodable {
    let check: String
    let reply: Answer.Reply
    let scope: [String]
    let statement: String
    let inspector: String
    let unit: String
    let machine: String
    let issued: Int64
    let expires: Int64
    let key: String
    let verdict: AnswerReview.Verdict
    let verdictWord: LocalizedText
  }

  struct Digests: Encodable {
    let facts: String
    let rules: String
  }

  struct Action: Encodable {
    let who: LocalizedText
    let lead: LocalizedText?
    let steps: [LocalizedText]
  }

  /// A cell as JSON has it.
  enum Value: Encodable {
    case value(FactValue)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      guard case .value(let value) = self else { return }
      switch value {
      case .null: try container.encodeNil()
      case .integer(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      }
    }
  }

  let schema: String
  let exitCode: Int32
  let asked: String
  let canBeStamped: Bool
  let scan: ScanPart
  let machine: MachinePart
  let medium: Medium?
  let profile: ProfilePart
  let editions: [EditionPart]
  let actions: [Action]
  let answers: [AnswerPart]
  let collection: [CollectionRecord]
  let gaps: [CollectionGap]
  let counts: [String: Int]
  let digests: Digests
  let notices: [LocalizedText]
}
