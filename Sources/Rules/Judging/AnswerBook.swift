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
  /// Why an answer cannot count at all, by its position.
  private var refusals: [Int: AnswerReview.Verdict] = [:]
  private var accepted: Set<Int> = []
  private var outOfScope: Set<Int> = []

  init(_ offered: [SignedAnswer], checks: Set<String>, machine: String, scan: Scan) {
    self.offered = offered
    for (index, signed) in offered.enumerated() {
      refusals[index] = Self.refusal(
        of: signed, checks: checks, machine: machine, scan: scan)
    }
  }

  private static func refusal(
    of signed: SignedAnswer, checks: Set<String>, machine: String, scan: Scan
  ) -> AnswerReview.Verdict? {
    let answer = signed.answer
    if signed.isTest, scan.nature == .live { return .testKey }
    if !checks.contains(answer.check) { return .unknownCheck }
    if answer.machine != machine { return .otherMachine }
    return scan.collectedAt > answer.expires ? .expired : nil
  }

  /// Answers to the whole of a manual or pending check.
  mutating func answers(toWhole check: String) -> [Answer] {
    take(check) { $0.scope.isEmpty }
  }

  /// Answers whose scope names one of the subjects that were found.
  mutating func answers(to check: String, subjects: Set<String>) -> [Answer] {
    take(check) { !subjects.isDisjoint(with: $0.scope) }
  }

  /// The subjects of markings that an answer accepts as none and no answer denies.
  mutating func reviewed(_ subjects: Set<String>) -> Set<String> {
    let given = take(ReviewedMarkings.check) { !subjects.isDisjoint(with: $0.scope) }
    let denied = Set(given.filter { $0.reply == .fail }.flatMap(\.scope))
    return Set(given.filter { $0.reply == .pass }.flatMap(\.scope)).intersection(subjects)
      .subtracting(denied)
  }

  private mutating func take(_ check: String, where matches: (Answer) -> Bool) -> [Answer] {
    var taken: [Answer] = []
    for (index, signed) in offered.enumerated()
    where signed.answer.check == check && refusals[index] == nil {
      if matches(signed.answer) {
        accepted.insert(index)
        taken.append(signed.answer)
      } else {
        outOfScope.insert(index)
      }
    }
    return taken
  }

  /// What became of each, once every edition was judged.
  var reviews: [AnswerReview] {
    offered.indices.map { index in
      let verdict: AnswerReview.Verdict =
        if let refusal = refusals[index] {
          refusal
        } else if accepted.contains(index) {
          .accepted
        } else {
          outOfScope.contains(index) ? .outOfScope : .notAskable
        }
      return AnswerReview(
        answer: offered[index].answer, keyID: offered[index].keyID, verdict: verdict)
    }
  }
}
