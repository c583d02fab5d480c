import Facts
import Testing

@testable import Rules

/// What every verdict rests on beside the rules.
@Suite struct FoundationTests {
  static let cases = Schema.foundation.sorted().flatMap { table in
    NeverPassBlindTests.blind.map { (table, $0) }
  }

  @Test("A machine that is not known, or logs of unknown reach, never pass", arguments: cases)
  func blindFoundation(table: String, status: CollectionStatus) throws {
    let machine = try CleanMachine()
    try machine.setStatus(table, status)
    for profile in try TestPack.pack().profiles where profile.subject == .machine {
      let outcome = try machine.judge(profile, profile.onlyEdition ?? Edition.defaultID)
      #expect(outcome.exitCode == 3, "\(profile.id) \(table) \(status)")
      #expect(outcome.editions.allSatisfy { $0.blindTables.contains { $0.table == table } })
    }
  }

  @Test("A medium that was not wholly read never passes", arguments: Schema.mediumFoundation.sorted())
  func blindMedium(table: String) throws {
    let medium = try CleanMachine(nature: .medium)
    try medium.store.insert(
      Medium(device: "/dev/sdb", medium: .usbStorage, standing: .valid, purpose: .secret))
    let profile = try TestPack.profile("medium")
    #expect(try medium.judge(profile).exitCode == 0)
    for status in NeverPassBlindTests.blind {
      try medium.setStatus(table, status)
      #expect(try medium.judge(profile).exitCode == 3, "\(table) \(status)")
    }
  }

  @Test(
    "A profile speaks of machines or of media", arguments: [(ScanNature.medium, "office"), (.live, "medium")])
  func otherSubject(nature: ScanNature, profile: String) throws {
    #expect(throws: JudgeError.profileOfOtherSubject(profile: profile, nature: nature)) {
      try CleanMachine(nature: nature).judge(TestPack.profile(profile))
    }
  }

  @Test func theDeclarationOfNetworksIsNoFoundation() throws {
    let machine = try CleanMachine()
    try machine.setStatus("declared_lan", .notCollected)
    #expect(try machine.judge(TestPack.profile("drafting")).exitCode == 0)
  }

  @Test func aStoppedScanReachesNoVerdict() throws {
    let machine = try CleanMachine()
    try machine.execute("UPDATE network_interface SET software_only = 0")
    #expect(try machine.judge(TestPack.profile("drafting")).exitCode == 2)
    try machine.execute("UPDATE collection SET reason = 'cancelled' WHERE table_name = 'marking'")
    #expect(try machine.judge(TestPack.profile("drafting")).exitCode == 3)
  }

  @Test("Answers signed with a test key", arguments: [(ScanNature.live, false), (.recording, true)])
  func testKey(nature: ScanNature, counts: Bool) throws {
    let machine = try CleanMachine(nature: nature)
    let others = try machine.answers(TestPack.pack()).filter { $0.answer.check != "software_licence" }
    let answer = machine.answer("software_licence", isTest: true)
    let outcome = try machine.judge(TestPack.profile("drafting"), "2018", others + [answer])
    #expect(outcome.answers.last?.verdict == (counts ? .accepted : .testKey))
    #expect(outcome.exitCode == (counts ? 0 : 3))
  }
}
