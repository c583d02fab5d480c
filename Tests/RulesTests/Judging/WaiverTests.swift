import Facts
import Rules
import Testing

/// What a waiver covers, and what it never does.
@Suite struct WaiverTests {
  let machine: CleanMachine

  init() throws { machine = try CleanMachine() }

  private func waiver(
    _ check: String, _ scope: [String], _ kind: Waiver.Kind = .authority,
    expires: Int64 = CleanMachine.collectedAt + 1, machine: String? = nil, isTest: Bool = false
  ) -> SignedWaiver {
    SignedWaiver(
      waiver: Waiver(
        check: check, kind: kind, scope: scope, basis: "Quyết định 1", approver: "A", unit: "B",
        machine: machine ?? self.machine.machine, issued: 1, expires: expires), keyID: "k", isTest: isTest)
  }

  private func judge(_ profile: String, _ waivers: [SignedWaiver]) throws -> Outcome {
    let pack = try TestPack.pack()
    return try Judge(pack: pack).judge(
      facts: machine.store, factsDigest: "0", profile: TestPack.profile(profile),
      answers: machine.answers(pack), waivers: waivers)
  }

  private func contact() throws -> String {
    try machine.store.insert(
      NetworkContact(
        source: "x", kind: .linkUp, path: "/x", interface: "eth0", timeBasis: .recorded, grade: .b,
        occurrences: 1))
    let found = try judge("drafting", []).result("network_history")
    return try #require(found.evidence.first?.subject)
  }

  @Test func anAuthorityLetsANamedConnectionPass() throws {
    let subject = try contact()
    #expect(try judge("drafting", []).exitCode == 2)
    let outcome = try judge("drafting", [waiver("network_history", [subject])])
    #expect(outcome.waivers.map(\.verdict) == [.accepted])
    #expect(outcome.exitCode == 0)
    let result = try outcome.result("network_history")
    #expect(result.status == .fail && !result.blocksPass && result.evidence.allSatisfy(\.isSettled))
    #expect(result.settlement?.people == ["A"])
  }

  @Test func whatDoesNotCountChangesNothing() throws {
    let subject = try contact()
    let unfit: [(SignedWaiver, AnswerReview.Verdict)] = [
      (waiver("network_history", [subject], expires: CleanMachine.collectedAt - 1), .expired),
      (waiver("network_history", ["another"]), .outOfScope),
      (waiver("network_history", [subject], machine: "other"), .otherMachine),
      (waiver("network_history", [subject], .cipher), .notAskable),
      (waiver("network_history", [subject], isTest: true), .testKey),
      (waiver("no_check", [subject]), .unknownCheck),
      (waiver("internet_history", [subject]), .notAskable),
    ]
    for (waiver, verdict) in unfit {
      let outcome = try judge("drafting", [waiver])
      #expect(outcome.exitCode == 2, "\(verdict)")
      #expect(outcome.waivers.map(\.verdict) == [verdict])
    }
  }

  @Test func everyRowMustBeNamed() throws {
    let subject = try contact()
    try machine.store.insert(
      NetworkContact(
        source: "x", kind: .linkUp, path: "/y", interface: "eth1", timeBasis: .recorded, grade: .b,
        occurrences: 1))
    #expect(try judge("drafting", [waiver("network_history", [subject])]).exitCode == 2)
  }

  private func secret(isDrafted: Bool) throws {
    let path = "/home/a/mat.docx"
    try machine.execute(
      """
      INSERT INTO marking (path, sha256, level, rule, confidence, part, page, line, modified_at, first_time)
      VALUES ('\(path)', '00', 'mat', 'header', 'high', 'body', 1, 1, 1700000000, 1700000000)
      """)
    try machine.store.insert(
      NetworkContact(
        source: "x", kind: .linkUp, path: "/x", timeBasis: .recorded, grade: .b, occurrences: 1))
    guard isDrafted else { return }
    try machine.execute(
      """
      INSERT INTO document_trace (source, trace, account, path, document, level, confidence)
      VALUES ('x', 'edited', 'a', '/home/a/.x', '\(path)', 'none', 'none')
      """)
  }

  @Test("A cipher waiver covers keeping, never drafting", arguments: [false, true])
  func cipher(isDrafted: Bool) throws {
    try secret(isDrafted: isDrafted)
    let waivers = ["secret_on_connected_machine", "marked_document_present"].map {
      waiver($0, ["/home/a/mat.docx"], .cipher)
    }
    #expect(try judge("office", []).edition("2018").violation == .signs)
    let outcome = try judge("office", waivers)
    #expect(try outcome.edition("2018").violation == (isDrafted ? .signs : .noneFound))
    #expect(outcome.waivers.allSatisfy { $0.verdict == (isDrafted ? .drafting : .accepted) })
    #expect(try outcome.result("secret_on_connected_machine").blocksPass == isDrafted)
  }

  @Test func unreadTracesOfDraftingLeaveNoWaiver() throws {
    try secret(isDrafted: false)
    try machine.setStatus("document_trace", .incomplete)
    let outcome = try judge(
      "office", [waiver("secret_on_connected_machine", ["/home/a/mat.docx"], .cipher)])
    #expect(outcome.exitCode == 2)
    #expect(try outcome.edition("2018").violation == .signs)
  }
}
