import Facts
import Rules
import Testing

/// Signed reviews of markings, and doubts that unread documents leave.
@Suite struct ReviewedMarkingsTests {
  let machine: CleanMachine

  init() throws { machine = try CleanMachine() }

  private func mark(_ path: String, _ digest: String) throws {
    try machine.store.insert(
      Marking(
        path: path, sha256: digest, level: .mat, rule: "stamp", confidence: .high, part: .body, modifiedAt: 1)
    )
  }

  private func judge(_ profile: String, _ more: [SignedAnswer]) throws -> Outcome {
    try machine.judge(TestPack.profile(profile), "2018", machine.answers(TestPack.pack()) + more)
  }

  @Test func aReviewHoldsForPathAndDigest() throws {
    try mark("/home/an/o'mau.docx", "aa")
    #expect(try judge("intake", []).exitCode == 2)
    let other = machine.answer("marked_document_present", scope: ["/home/an/o'mau.docx:bb"])
    #expect(try judge("intake", [other]).exitCode == 2)
    let review = machine.answer("marked_document_present", scope: ["/home/an/o'mau.docx:aa"])
    let outcome = try judge("intake", [review])
    #expect(outcome.exitCode == 0)
    #expect(outcome.answers.last?.verdict == .accepted)
    let denied = machine.answer("marked_document_present", .fail, scope: ["/home/an/o'mau.docx:aa"])
    #expect(try judge("intake", [review, denied]).exitCode == 2)
  }

  @Test func aReviewOfOneFileLeavesTheOthers() throws {
    try mark("/home/an/a.docx", "aa")
    try mark("/home/an/b.docx", "aa")
    let review = machine.answer("marked_document_present", scope: ["/home/an/a.docx:aa"])
    let result = try judge("intake", [review]).result("marked_document_present")
    #expect(result.evidence.map(\.subject) == ["/home/an/b.docx"])
  }

  private func encrypt() throws {
    try machine.store.insert(
      DocumentScan(
        path: "/home/an/a.docx", type: "ole", size: 9, modifiedAt: 7, status: .unreadable, reason: .encrypted,
        place: .user))
  }

  private func connect() throws {
    try machine.store.insert(
      NetworkContact(
        source: "x", kind: .dhcpLease, path: "/x", lastSeen: 1_700_000_000, timeBasis: .recorded,
        grade: .a, occurrences: 1))
  }

  @Test func unreadDocumentsDoNotStopAMachineThatNeverWasConnected() throws {
    try encrypt()
    #expect(try judge("drafting", []).exitCode == 0)
    let office = try judge("office", [])
    #expect(office.exitCode == 3)
    #expect(try office.result("document_unreadable").status == .fail)
    let answer = machine.answer("document_unreadable", scope: ["/home/an/a.docx:9:7"])
    #expect(try judge("office", [answer]).exitCode == 0)
  }

  @Test func onAConnectedMachineTheyLeaveADoubt() throws {
    try encrypt()
    try connect()
    let outcome = try judge("office", [])
    #expect(try outcome.result("secret_on_connected_machine").status == .unknown)
    #expect(try outcome.result("secret_on_connected_machine").doubts == ["document_unreadable"])
    #expect(try outcome.edition("2018").violation == .insufficient)
    let answer = machine.answer("document_unreadable", scope: ["/home/an/a.docx:9:7"])
    let settled = try judge("office", [answer])
    #expect(try settled.result("secret_on_connected_machine").status == .pass)
    #expect(settled.exitCode == 0)
  }
}
