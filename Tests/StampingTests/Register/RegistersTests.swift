import Attestation
import Foundation
import GRDB
import Testing

@testable import Stamping

/// The registers, also after a run that died.
@Suite struct RegistersTests {
  let machine: StampedMachine
  let folder: RegisterFolder

  init() throws {
    machine = try StampedMachine()
    folder = RegisterFolder(machine.scratch.path + "/registers")
  }

  @discardableResult
  private func issue(_ series: String = "THU", withRecord: Bool = false) throws -> Registers.Issued {
    try Registers(writing: folder).issue(
      machine.issue(withRecord: withRecord), series: series, at: StampedMachine.issued, utcOffset: 25_200)
  }

  @Test func numbersRunBySeriesAndYear() throws {
    #expect(try issue().stamp?.stamp.serial == "THU-2026-000001")
    #expect(try issue().stamp?.stamp.serial == "THU-2026-000002")
    #expect(try issue("AN", withRecord: true).record == "BB-2026-000001")
    let registers = try #require(try Registers(reading: folder))
    #expect(try registers.stamps().map(\.serial) == ["AN-2026-000001", "THU-2026-000001", "THU-2026-000002"])
    #expect(try registers.records().map(\.stamp) == ["AN-2026-000001"])
    #expect(try registers.gaps() == [])
    let file = try SignedStamp(file: folder.stamp("AN-2026-000001"), trust: machine.trust)
    #expect(file.stamp.record == "BB-2026-000001")
  }

  @Test func aSeriesIsCapitalsAndDigits() throws {
    for series in ["", "an", "A-B", "ABCDEFGHI", "Â"] {
      #expect(throws: RegisterError.badSeries(series)) { try issue(series) }
    }
  }

  @Test func twoWritersDoNotMeet() throws {
    let first = try Registers(writing: folder)
    #expect(throws: RegisterError.busy(folder.path + "/registers.lock")) { try Registers(writing: folder) }
    _ = first
  }

  @Test func aSigningThatFailsUsesNoNumber() throws {
    let failing = Issue(stamp: { _, _ in throw CancellationError() })
    #expect(throws: CancellationError.self) {
      try Registers(writing: folder).issue(failing, series: "THU", at: StampedMachine.issued, utcOffset: 0)
    }
    #expect(try issue().stamp?.stamp.serial == "THU-2026-000001")
  }

  @Test("A reserved number is taken back without its file, and kept with it", arguments: [true, false])
  func recovers(hasFile: Bool) throws {
    try issue()
    try breakOff()
    #expect(try Registers(reading: folder)?.stamps().isEmpty == true)
    if !hasFile { try DurableFile.write(Data("half".utf8), to: folder.stamp("THU-2026-000001")) }
    try RegisterAgreement.check(folder, machine.trust)
    #expect(try Registers(reading: folder)?.stamps().count == (hasFile ? 1 : 0))
  }

  /// Makes the first stamp what it is between its reservation and the commit.
  private func breakOff() throws {
    try Registers(writing: folder).queue.write { database in
      try database.execute(sql: "UPDATE stamp SET state = 'reserved'")
      let digest = DurableFile.digest(folder.stamp("THU-2026-000001")) ?? ""
      try database.execute(
        sql: "INSERT INTO pending_file VALUES ('stamps/THU-2026-000001.jws', ?)", arguments: [digest])
    }
  }

  @Test func voidingSignsTheList() throws {
    let stamp = try #require(try issue().stamp)
    try issue()
    let registers = try Registers(writing: folder)
    try registers.void(
      "THU-2026-000001", reason: .machineChanged, note: "Thay ổ đĩa", by: "B", at: StampedMachine.issued + 5,
      key: machine.key)
    #expect(try registers.stamp("THU-2026-000001")?.voidNote == "Thay ổ đĩa")
    var list = RevocationList()
    try list.read(folder.revocations, keys: [machine.key.publicKey.kid: machine.key.publicKey])
    let found = list.revocation(ofStamp: stamp.stamp.serial, issuer: stamp.key.kid)
    #expect(found?.reason == .machineChanged)
    #expect(throws: RegisterError.alreadyVoid("THU-2026-000001")) {
      try registers.void("THU-2026-000001", reason: .stampLost, note: nil, by: "B", at: 1, key: machine.key)
    }
    #expect(throws: RegisterError.noStamp("THU-2026-000009")) {
      try registers.void("THU-2026-000009", reason: .stampLost, note: nil, by: "B", at: 1, key: machine.key)
    }
    let other = KeyPair.generate(name: "other", isTest: true)
    #expect(throws: RegisterError.otherKey("THU-2026-000002")) {
      try registers.void("THU-2026-000002", reason: .stampLost, note: nil, by: "B", at: 1, key: other)
    }
  }

  @Test func aLostListIsWrittenAgain() throws {
    try issue()
    var registers: Registers? = try Registers(writing: folder)
    try registers?.void(
      "THU-2026-000001", reason: .stampLost, note: nil, by: "B", at: StampedMachine.issued, key: machine.key)
    try DurableFile.remove(folder.revocations)
    try registers?.queue.close()
    registers = nil
    _ = try Registers(writing: folder)
    #expect(FileManager.default.fileExists(atPath: folder.revocations))
  }

  @Test("An older database neither issues a number twice nor gives a void stamp its force back")
  func anOlderDatabase() throws {
    try issue()
    try Registers(writing: folder).void(
      "THU-2026-000001", reason: .stampLost, note: nil, by: "B", at: StampedMachine.issued, key: machine.key)
    let list = try Data(contentsOf: URL(fileURLWithPath: folder.revocations))
    try Registers(writing: folder).queue.write { database in
      try database.execute(sql: "DELETE FROM stamp; DELETE FROM revocation")
    }
    #expect(throws: RegisterError.numberTaken(folder.stamp("THU-2026-000001"))) { try issue() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.revocations)) == list)
    #expect(try Registers(reading: folder)?.stamps().isEmpty == true)
    #expect(
      try Registers(reading: folder)?.strays() == ["stamps/THU-2026-000001.jws", "revocations.jws (1)"])
  }

  @Test func whatHasAnEntryIsNoStray() throws {
    try issue(withRecord: true)
    try Registers(writing: folder).void(
      "THU-2026-000001", reason: .stampLost, note: nil, by: "B", at: StampedMachine.issued, key: machine.key)
    #expect(try Registers(reading: folder)?.strays() == [])
  }

  @Test func aClockBeforeTheLastIssueIsRefused() throws {
    try issue()
    #expect(throws: RegisterError.clockSetBack(last: StampedMachine.issued)) {
      try Registers(writing: folder).issue(
        machine.issue(), series: "THU", at: StampedMachine.issued - 1, utcOffset: 0)
    }
  }

  @Test func whatIsNoRegisterIsNamed() throws {
    try DurableFile.makeFolder(folder.path)
    try DurableFile.write(Data(), to: folder.database)
    #expect(try Registers(reading: folder)?.folder == nil)
    try DurableFile.write(Data(repeating: 0x41, count: 8192), to: folder.database)
    #expect(throws: RegisterError.damaged(folder.database)) { try issue() }
    #expect(throws: RegisterError.damaged(folder.database)) { try Registers(reading: folder) }
  }

  @Test func gapsAreNamed() throws {
    for _ in 0..<4 { try issue() }
    try Registers(writing: folder).queue.write { database in
      try database.execute(sql: "DELETE FROM stamp WHERE number IN (1, 3)")
    }
    #expect(try Registers(reading: folder)?.gaps() == ["THU-2026-000001", "THU-2026-000003"])
  }
}

/// Register and files say the same.
enum RegisterAgreement {
  /// Opens the registers, which finishes or takes back what was half done, and compares both sides.
  static func check(_ folder: RegisterFolder, _ trust: TrustStore) throws {
    let registers = try Registers(writing: folder)
    let entries = try registers.stamps()
    let reserved = try registers.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM pending_file") }
    #expect(reserved == 0)
    #expect(try registers.gaps() == [])
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.stamps)
    #expect(Set(files) == Set(entries.map { $0.serial + ".jws" }))
    for entry in entries {
      let signed = try SignedStamp(file: folder.stamp(entry.serial), trust: trust)
      #expect(signed.digest == entry.digest && signed.stamp.serial == entry.serial)
    }
    let records = try registers.records()
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.records)
    #expect(Set(pages) == Set(records.map { $0.record + ".html" }))
  }
}
