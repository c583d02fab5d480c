import Facts
import Rules
import Testing

@Suite struct AnswerTests {
  let machine: CleanMachine
  let drafting: Profile

  init() throws {
    machine = try CleanMachine()
    drafting = try TestPack.profile("drafting")
  }

  private func verdict(_ outcome: Outcome, _ check: String) -> AnswerReview.Verdict? {
    outcome.answers.last { $0.answer.check == check }?.verdict
  }

  private func others(than check: String) throws -> [SignedAnswer] {
    machine.answers(try TestPack.pack()).filter { $0.answer.check != check }
  }

  @Test func eachRemovedInTurn() throws {
    var needed = 0
    for answer in machine.answers(try TestPack.pack()) {
      let check = answer.answer.check
      let outcome = try machine.judge(drafting, "2018", try others(than: check))
      let effect = drafting.effects[check]
      let weighs = effect == .required || effect == .blocksPass
      #expect(outcome.exitCode == (weighs ? 3 : 0), "\(check)")
      if effect != .notSelected { #expect(try outcome.result(check).status == .notchecked) }
      needed += weighs ? 1 : 0
    }
    #expect(needed > 0)
  }

  @Test(arguments: ["software_licence"])
  func unfitAnswersSettleNothing(_ check: String) throws {
    let unfit: [(SignedAnswer, AnswerReview.Verdict)] = [
      (machine.answer(check, expires: CleanMachine.collectedAt - 1), .expired),
      (machine.answer(check, machine: "another"), .otherMachine),
      (machine.answer(check, scope: ["something"]), .outOfScope),
      (machine.answer("no_such_check"), .unknownCheck),
    ]
    for (answer, expected) in unfit {
      let outcome = try machine.judge(drafting, "2018", try others(than: check) + [answer])
      #expect(outcome.exitCode == 3)
      #expect(verdict(outcome, answer.answer.check) == expected)
      #expect(try outcome.result(check).settlement == nil)
    }
    let last = machine.answer(check, expires: CleanMachine.collectedAt)
    #expect(try machine.judge(drafting, "2018", try others(than: check) + [last]).exitCode == 0)
  }

  @Test func aBadReplyIsAFail() throws {
    func exitCode(_ check: String) throws -> Int32 {
      try machine.judge(
        drafting, "2018", try others(than: check) + [machine.answer(check, .fail), machine.answer(check)]
      ).exitCode
    }
    #expect(try exitCode("software_licence") == 3)
    #expect(try exitCode("recording_hardware") == 0)
  }

  @Test func factsDecideWithoutAnswers() throws {
    let answers = machine.answers(try TestPack.pack()) + [machine.answer("os_supported")]
    #expect(verdict(try machine.judge(drafting, "2018", answers), "os_supported") == .notAskable)
  }

  @Test func anAnswerNeverSettlesTheUnknown() throws {
    try machine.setStatus("radio", .error)
    let answers = machine.answers(try TestPack.pack()) + [machine.answer("radio_hardware_present")]
    let outcome = try machine.judge(drafting, "2018", answers)
    #expect(outcome.exitCode == 3)
    #expect(verdict(outcome, "radio_hardware_present") == .notAskable)
  }

  @Test func anAnswerNeverSettlesARequiredFail() throws {
    try machine.store.insert(
      NetworkInterface(
        ifindex: 2, name: "eth0", kind: .ethernet, carrier: true, operstate: "up", rxBytes: 0, txBytes: 0))
    let answers =
      machine.answers(try TestPack.pack()) + [machine.answer("network_link_up", scope: ["eth0"])]
    let outcome = try machine.judge(drafting, "2018", answers)
    #expect(outcome.exitCode == 2)
    #expect(verdict(outcome, "network_link_up") == .notAskable)
  }

  @Test func everyFindingMustBeInScope() throws {
    for subject in ["wifi-1", "wifi-2"] {
      try machine.store.insert(Radio(subject: subject, kind: .wifi, syspath: "/\(subject)"))
    }
    let check = "radio_hardware_present"
    func outcome(_ answers: SignedAnswer...) throws -> Outcome {
      try machine.judge(drafting, "2018", machine.answers(TestPack.pack()) + answers)
    }
    let none = try outcome()
    #expect(none.exitCode == 3)
    let whole = try outcome(machine.answer(check))
    #expect(whole.exitCode == 3)
    #expect(verdict(whole, check) == .outOfScope)

    let half = try outcome(machine.answer(check, scope: ["wifi-1"]))
    #expect(half.exitCode == 3)
    #expect(verdict(half, check) == .accepted)
    #expect(try half.result(check).evidence.map(\.isSettled) == [true, false])

    let both = try outcome(machine.answer(check, scope: ["wifi-1"]), machine.answer(check, scope: ["wifi-2"]))
    #expect(both.exitCode == 0)
    #expect(try both.result(check).settlement?.answers.count == 2)
    #expect(try both.result(check).status == .fail)

    let denied = try outcome(
      machine.answer(check, scope: ["wifi-1", "wifi-2"]), machine.answer(check, .fail, scope: ["wifi-2"]))
    #expect(denied.exitCode == 3)
    #expect(try denied.result(check).settlement == nil)
  }
}
