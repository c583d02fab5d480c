import Facts
import Testing

@testable import Rules

/// What could not be read never carries a pass.
@Suite struct NeverPassBlindTests {
  static let blind = CollectionStatus.allCases.filter { !$0.isConclusive }
  static let cases: [(profile: String, edition: String)] = [
    ("drafting", "2018"), ("drafting", "2025"), ("intake", "2018"), ("intake", "2025"),
    ("office", "2018"), ("office", "2025"), ("independent-lan", "2025"),
  ]

  @Test(arguments: cases)
  func aCleanMachinePasses(_ profile: String, _ edition: String) throws {
    let outcome = try CleanMachine().judge(TestPack.profile(profile), edition)
    let judged = try outcome.edition(edition)
    #expect(judged.fitness == .compliant, "\(judged.results.filter(\.blocksPass).map(\.check.id))")
    #expect(outcome.exitCode == 0)
    #expect(judged.violation == .noneFound)
    #expect(judged.blindTables.isEmpty)
    #expect(outcome.answers.allSatisfy { $0.verdict == .accepted || $0.verdict == .notAskable })
  }

  @Test(arguments: cases)
  func everyCheckEveryTableEveryStatus(_ profile: String, _ edition: String) throws {
    let pack = try TestPack.pack()
    let profile = try TestPack.profile(profile)
    let machine = try CleanMachine()
    let selected = pack.checks.filter { profile.effects[$0.id] != .notSelected }
    let tables = selected.reduce(into: Set<String>()) { $0.formUnion(pack.checkTables[$1.id] ?? []) }
      .subtracting(Schema.ledger)
    #expect(tables.count >= 8)
    for table in tables.sorted() {
      let isExcused = selected.allSatisfy { check in
        pack.checkTables[check.id]?.contains(table) != true || profile.mayBeNotApplicable[check.id] != nil
      }
      for status in Self.blind where !(isExcused && status == .notApplicable) {
        try machine.setStatus(table, status)
        let outcome = try machine.judge(profile, edition)
        let judged = try outcome.edition(edition)
        #expect(judged.fitness != .compliant, "\(table) \(status)")
        #expect(outcome.exitCode != 0, "\(table) \(status)")
        #expect(judged.blindTables.map(\.table) == [table], "\(table) \(status)")
        for result in judged.results where pack.checkTables[result.check.id]?.contains(table) == true {
          let isFulfilled = existence(of: result.check) == .atLeastOneExists
          #expect(result.status != .pass || isFulfilled, "\(result.check.id) \(table) \(status)")
        }
        #expect(judged.violation != .noneFound || !isRead(table, by: judged, pack))
      }
      try machine.setStatus(table, .complete)
    }
  }

  private func existence(of check: Check) -> Check.Existence? {
    if case .query(_, let existence, _) = check.method { existence } else { nil }
  }

  private func isRead(_ table: String, by edition: EditionOutcome, _ pack: RulePack) -> Bool {
    pack.checkTables[edition.edition.violationCheck]?.contains(table) == true
  }

  @Test func aTableWithoutALedgerRowWasNotCollected() throws {
    let machine = try CleanMachine()
    try machine.execute("DELETE FROM collection WHERE table_name = 'radio'")
    let outcome = try machine.judge(TestPack.profile("drafting"))
    #expect(outcome.exitCode == 3)
    #expect(try outcome.result("radio_enabled").status == .unknown)
    #expect(try outcome.edition("2018").blindTables.map(\.status) == [.notCollected])
  }

  @Test func oneBlindSourceBlindsTheTable() throws {
    let machine = try CleanMachine()
    try machine.store.insert(
      CollectionRecord(tableName: "network_contact", source: "journal", status: .incomplete))
    let outcome = try machine.judge(TestPack.profile("drafting"))
    #expect(outcome.exitCode == 3)
    #expect(try outcome.result("internet_history").status == .unknown)
  }

  @Test func aTableThatDoesNotExistCarriesAPass() throws {
    let machine = try CleanMachine()
    try machine.setStatus("network_contact", .doesNotExist)
    #expect(try machine.judge(TestPack.profile("drafting")).exitCode == 0)
  }

  @Test func onlyInapplicableTablesAreNotApplicable() throws {
    let machine = try CleanMachine()
    try machine.setStatus("radio", .notApplicable)
    #expect(try machine.judge(TestPack.profile("drafting")).result("radio_enabled").status == .notapplicable)
  }

  @Test func aMountedRootNeverPasses() throws {
    let machine = try CleanMachine(nature: .root)
    #expect(try machine.judge(TestPack.profile("drafting")).exitCode == 3)
    for table in ["network_interface", "network_route", "radio"] {
      try machine.setStatus(table, .notCollected)
    }
    let outcome = try machine.judge(TestPack.profile("drafting"))
    #expect(outcome.exitCode == 3)
    #expect(try outcome.edition("2018").blindTables.count == 3)
  }

  @Test func aViolationSeenInPartIsOne() throws {
    let machine = try CleanMachine()
    try machine.setStatus("network_contact", .error)
    try machine.store.insert(
      NetworkContact(
        source: "x", kind: .dhcpLease, path: "/x", timeBasis: .recorded, grade: .a, occurrences: 1))
    #expect(try machine.judge(TestPack.profile("drafting")).exitCode == 2)
  }

  @Test func aProfileThatNamesALackingCheckNeverPasses() throws {
    let drafting = try TestPack.profile("drafting")
    var effects = drafting.effects
    effects["no_such_check"] = .informational
    let profile = Profile(
      id: drafting.id, title: drafting.title, summary: drafting.summary, effects: effects,
      mayBeNotApplicable: drafting.mayBeNotApplicable, onlyEdition: nil)
    #expect(try CleanMachine().judge(profile).exitCode == 3)
  }

  @Test func existence() {
    func status(
      _ existence: Check.Existence, _ hasRows: Bool, _ status: CollectionStatus, monotone: Bool = true
    ) -> RuleResult.Status {
      CheckRun.status(
        existence, monotone: monotone, hasRows: hasRows,
        states: [
          TableState(table: "a", status: .complete, sources: []),
          TableState(table: "b", status: status, sources: []),
        ])
    }
    for conclusive in [CollectionStatus.complete, .doesNotExist] {
      #expect(status(.noneExist, true, conclusive) == .fail)
      #expect(status(.noneExist, false, conclusive) == .pass)
      #expect(status(.atLeastOneExists, true, conclusive) == .pass)
      #expect(status(.atLeastOneExists, false, conclusive) == .fail)
    }
    for blind in Self.blind {
      let nothing: RuleResult.Status = blind == .notApplicable ? .notapplicable : .unknown
      #expect(status(.noneExist, true, blind) == .fail)
      #expect(status(.noneExist, false, blind) == nothing)
      #expect(status(.atLeastOneExists, true, blind) == .pass)
      #expect(status(.atLeastOneExists, false, blind) == nothing)
      #expect(status(.noneExist, true, blind, monotone: false) == nothing)
      #expect(status(.atLeastOneExists, true, blind, monotone: false) == nothing)
    }
  }
}
