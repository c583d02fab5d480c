import Facts

/// An answer whose signature was verified.
public struct SignedAnswer: Sendable {
  public let answer: Answer
  /// Identifier of the key that signed it.
  public let keyID: String
  /// Whether that key is for tests and demonstrations only.
  public let isTest: Bool

  public init(answer: Answer, keyID: String, isTest: Bool = false) {
    self.answer = answer
    self.keyID = keyID
    self.isTest = isTest
  }
}

/// The answers that were offered, and what each came to.
struct AnswerBook {
  private let offered: [SignedAnswer]
  private var book: SettlementBook<Answer>

  init(_ offered: [SignedAnswer], checks: Set<String>, machine: String, scan: Scan) {
    self.offered = offered
    book = SettlementBook(
      offered.map { ($0.answer, $0.isTest) }, checks: checks, machine: machine, scan: scan)
  }

  /// Answers to the whole of a manual or pending check.
  mutating func answers(toWhole check: String) -> [Answer] {
    book.take(check) { $0.scope.isEmpty ? .accepted : .outOfScope }
  }

  /// Answers whose scope names one of the subjects that were found.
  mutating func answers(to check: String, subjects: Set<String>) -> [Answer] {
    book.take(check) { subjects.isDisjoint(with: $0.scope) ? .outOfScope : .accepted }
  }

  /// The subjects of markings that an answer accepts as none and no answer denies.
  mutating func reviewed(_ subjects: Set<String>) -> Set<String> {
    Self.settled(answers(to: ReviewedMarkings.check, subjects: subjects)).intersection(subjects)
  }

  /// What answers accept and none denies.
  static func settled(_ answers: [Answer]) -> Set<String> {
    Set(answers.filter { $0.reply == .pass }.flatMap(\.scope))
      .subtracting(answers.filter { $0.reply == .fail }.flatMap(\.scope))
  }

  var reviews: [AnswerReview] {
    zip(offered, book.verdicts).map { AnswerReview(answer: $0.answer, keyID: $0.keyID, verdict: $1) }
  }
}
