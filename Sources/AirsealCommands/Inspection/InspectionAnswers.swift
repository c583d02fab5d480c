import Attestation
import Facts
import Foundation
import Rules

/// What an inspector replied, as answers that count once they are signed; without a key there are none.
struct InspectionAnswers {
  private let key: (any Signer)?
  private let machine: String
  private let inspection: Inspection
  private let given: [SignedAnswer]
  private var answers: [Answer] = []

  /// `given` are answers that were signed before.
  init(_ key: (any Signer)?, _ facts: SealedFacts, _ inspection: Inspection, given: [SignedAnswer]) throws {
    self.key = key
    machine = MachineDigest.of(try facts.fetch(MachineIdentity.self))
    self.inspection = inspection
    self.given = given
  }

  /// What the machine is judged with; it must be signed before anything rests on it.
  var all: [SignedAnswer] {
    guard let key = key?.publicKey else { return given }
    return given + answers.map { SignedAnswer(answer: $0, keyID: key.kid, isTest: key.isTest) }
  }

  /// Takes the replies to manual checks.
  mutating func add(_ replies: [(question: InspectionQuestion, reply: InspectionReply)]) {
    for (question, reply) in replies {
      if let check = question.check { add(check, reply.holds ? .pass : .fail, [], reply.note) }
    }
  }

  mutating func add(_ finding: SettledFinding) { add(finding.check.id, .pass, finding.scope, finding.note) }

  private mutating func add(_ check: String, _ reply: Answer.Reply, _ scope: [String], _ note: String) {
    let now = Int64(Date().timeIntervalSince1970)
    answers.append(
      Answer(
        check: check, reply: reply, scope: scope, statement: note, inspector: inspection.inspector,
        unit: inspection.unit, machine: machine, issued: now, expires: now + 365 * 86_400))
  }

  /// Signs them into a file.
  func sign(into file: String) throws {
    guard let key, !answers.isEmpty else { return }
    let signer = AnswerSigner(key, file: file)
    for answer in answers { try signer.append(answer) }
  }
}
