import Testing

@testable import Reports
@testable import Rules

@Suite struct CheckEntryTests {
  typealias Case = (Effect, RuleResult.Status, blocks: Bool, settled: Bool, CheckEntry.Category)

  @Test(
    arguments: [
      (.required, .fail, true, false, .finding),
      (.required, .fail, true, true, .finding),
      (.blocksPass, .fail, true, false, .finding),
      (.blocksPass, .fail, false, true, .passed),
      (.informational, .fail, false, false, .informational),
      (.informational, .fail, false, true, .informational),
      (.required, .unknown, true, false, .open),
      (.blocksPass, .error, true, false, .open),
      (.blocksPass, .notchecked, true, false, .open),
      (.blocksPass, .notapplicable, true, false, .open),
      (.blocksPass, .notapplicable, false, false, .informational),
      (.blocksPass, .pass, false, true, .passed),
      (.informational, .unknown, false, false, .informational),
      (.notSelected, .notselected, false, false, .notSelected),
    ] as [Case])
  func category(_ example: Case) {
    let (effect, status, blocks, settled, expected) = example
    let sample = SampleOutcome()
    let result = RuleResult(
      check: sample.check("x", "X", "X", .low), effect: effect, status: status, clauses: [], evidence: [],
      tables: [], problem: nil, settlement: settled ? Settlement(answers: []) : nil, blocksPass: blocks)
    #expect(CheckEntry.category(result) == expected)
  }

  @Test func everyBlockingResultIsShownAsFindingOrOpen() {
    let sample = SampleOutcome()
    for effect in Effect.allCases where effect != .notSelected {
      for status in RuleResult.Status.allCases where status != .notselected {
        let result = RuleResult(
          check: sample.check("x", "X", "X", .low), effect: effect, status: status, clauses: [], evidence: [],
          tables: [], problem: nil, settlement: nil, blocksPass: true)
        let category = CheckEntry.category(result)
        #expect(category == .finding || category == .open, "\(effect) \(status)")
      }
    }
  }
}
