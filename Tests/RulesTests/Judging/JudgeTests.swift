import Facts
import Rules
import Testing

@Suite struct JudgeTests {
  let drafting: Profile

  init() throws { drafting = try TestPack.profile("drafting") }

  private func contact(
    _ grade: Grade, first: Int64? = nil, last: Int64? = nil, beforeInstall: Bool = false
  ) -> NetworkContact {
    NetworkContact(
      source: "x", kind: .linkUp, path: "/x", firstSeen: first, lastSeen: last, timeBasis: .recorded,
      grade: grade, beforeInstall: beforeInstall, occurrences: 1)
  }

  private func marking(_ first: Int64? = nil) -> Marking {
    Marking(
      path: "/home/a/x.docx", sha256: "00", level: .mat, rule: "r", confidence: .high, part: .body,
      modifiedAt: 0, firstTime: first)
  }

  private static let in2024: Int64 = 1_710_000_000
  private static let in2026: Int64 = 1_785_000_000

  @Test func historyIsForbiddenBy2018AndInformationBy2025() throws {
    let machine = try CleanMachine()
    try machine.store.insert(contact(.a, last: Self.in2024))
    let outcome = try machine.judge(drafting)
    #expect(try outcome.edition("2018").fitness == .nonCompliant)
    #expect(try outcome.edition("2025").fitness == .compliant)
    #expect(try outcome.result("network_history", "2025").effect == .informational)
    #expect(try outcome.result("network_history", "2025").status == .fail)
    #expect(outcome.exitCode == 2)
    #expect(try machine.judge(drafting, "2025").exitCode == 0)
  }

  @Test func aLimitNeverRaisesAnEffect() throws {
    let office = try TestPack.profile("office")
    let machine = try CleanMachine()
    try machine.store.insert(contact(.p, last: Self.in2024))
    #expect(try machine.judge(office).result("phone_history", "2025").effect == .informational)
    #expect(try machine.judge(drafting).result("phone_history", "2025").effect == .blocksPass)
    #expect(try machine.judge(drafting).result("phone_history", "2018").effect == .required)
  }

  @Test func gradesThatAccuseNobody() throws {
    let machine = try CleanMachine()
    try machine.store.insert(marking())
    for grade in [Grade.c, .r] { try machine.store.insert(contact(grade)) }
    try machine.store.insert(contact(.a, beforeInstall: true))
    let outcome = try machine.judge(drafting)
    #expect(outcome.exitCode == 0)
    #expect(outcome.editions.allSatisfy { $0.violation == .noneFound })
  }

  @Test(
    arguments: [
      // first time of the document, connection from, to, answer for 2018, answer for 2025
      (in2024, in2024, in2024, Violation.signs, Violation.noneFound),
      (in2024, in2026, in2026, .noneFound, .signs),
      (in2026, in2024, in2024, .noneFound, .noneFound),
      (in2024, in2024, in2026, .signs, .signs),
      (nil, nil, nil, .signs, .signs),
      (nil, nil, in2024, .signs, .noneFound),
    ] as [(Int64?, Int64?, Int64?, Violation, Violation)])
  func violationByPeriod(
    _ document: Int64?, _ first: Int64?, _ last: Int64?, _ old: Violation, _ new: Violation
  ) throws {
    let machine = try CleanMachine()
    try machine.store.insert(marking(document))
    try machine.store.insert(contact(.b, first: first, last: last))
    let outcome = try machine.judge(drafting)
    #expect(try outcome.edition("2018").violation == old)
    #expect(try outcome.edition("2025").violation == new)
    #expect(try outcome.edition("2018").violationEvidence.isEmpty == (old != .signs))
    // Fitness under 2018 does not ask for the period: the machine was connected.
    #expect(try outcome.result("secret_on_connected_machine").status == .fail)
  }

  @Test func aSecretOnAMachineThatIsConnectedNow() throws {
    let machine = try CleanMachine()
    try machine.store.insert(marking(Self.in2026))
    try machine.store.insert(
      NetworkInterface(
        ifindex: 2, name: "eth0", kind: .ethernet, carrier: true, operstate: "up", rxBytes: 0, txBytes: 0))
    let outcome = try machine.judge(drafting)
    #expect(try outcome.edition("2018").violation == .noneFound)
    #expect(try outcome.edition("2025").violation == .signs)
    let evidence = try #require(try outcome.edition("2025").violationEvidence.first)
    #expect(evidence["path"] == .text("/home/a/x.docx"))
    #expect(evidence.message.vi.contains("đang kết nối mạng khi kiểm tra, eth0"))
    #expect(evidence.message.vi.contains(DayText.text(CleanMachine.collectedAt, utcOffset: 25_200)))
  }

  @Test func blindnessLeavesTheViolationOpen() throws {
    let machine = try CleanMachine()
    try machine.setStatus("marking", .incomplete)
    #expect(try machine.judge(drafting).editions.allSatisfy { $0.violation == .insufficient })
  }

  @Test func evidenceNamesSubjectAndClause() throws {
    let machine = try CleanMachine()
    try machine.store.insert(
      UsbDevice(
        syspath: "/sys/x", port: "1-1", vendorId: "18d1", productId: "4ee1", product: "Phone",
        serial: "S1", kind: .phone, interfaces: "", drivers: ""))
    let result = try machine.judge(drafting).result("phone_attached")
    #expect(result.evidence.map(\.subject) == ["18d1:4ee1:S1"])
    #expect(result.clauses.map(\.vi) == ["khoản 5 Điều 5"])
    #expect(result.blocksPass)
  }

  @Test func inForceIsAskedOfTheDayOfTheCollection() throws {
    let old = try CleanMachine(collectedAt: Self.in2024).judge(drafting)
    #expect(old.editions.map(\.isInForce) == [true, false])
    let new = try CleanMachine().judge(drafting)
    #expect(new.editions.map(\.isInForce) == [false, true])
  }

  @Test func theIndependentLanIsJudgedUnder2025Only() throws {
    let profile = try TestPack.profile("independent-lan")
    let machine = try CleanMachine()
    #expect(throws: JudgeError.profileNeedsEdition(profile: "independent-lan", edition: "2025")) {
      try machine.judge(profile, "2018")
    }
    let outcome = try machine.judge(profile, "2025")
    #expect(try outcome.edition("2018").fitness == .undetermined)
    #expect(try outcome.edition("2025").fitness == .compliant)
  }

  @Test func refusals() throws {
    let machine = try CleanMachine()
    #expect(throws: JudgeError.unknownEdition("1999")) { try machine.judge(drafting, "1999") }
    try machine.execute("DELETE FROM scan")
    #expect(throws: JudgeError.noScan) { try machine.judge(drafting) }
  }

  @Test func aBrokenQueryIsAnErrorAndNoPass() throws {
    let machine = try CleanMachine()
    try machine.execute("DROP TABLE network_route")
    try machine.execute("CREATE TABLE network_route (a INTEGER) STRICT")
    let outcome = try machine.judge(drafting)
    #expect(try outcome.result("default_route_present").status == .error)
    #expect(try outcome.result("default_route_present").problem?.isEmpty == false)
    #expect(outcome.exitCode == 3)
  }

  @Test func sealedFactsGiveTheSame() throws {
    let machine = try CleanMachine()
    let pack = try TestPack.pack()
    try withTemporaryFile { path in
      let sealed = try Seal.seal(machine.store, to: path)
      let outcome = try Judge(pack: pack).judge(
        facts: sealed, factsDigest: sealed.digest, profile: drafting, asked: "2018",
        answers: machine.answers(pack))
      #expect(outcome.exitCode == 0)
      #expect(outcome.factsDigest == sealed.digest)
      #expect(outcome.packDigest == pack.digest)
      #expect(outcome.counts["machine_identity"] == 3)
      #expect(outcome.operatingSystem?.id == "debian")
    }
  }

  @Test func isFast() throws {
    let machine = try CleanMachine()
    let elapsed = try ContinuousClock().measure { _ = try machine.judge(drafting) }
    #expect(elapsed < .seconds(2))
  }
}
