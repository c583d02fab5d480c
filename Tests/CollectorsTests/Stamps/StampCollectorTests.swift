import Attestation
import Facts
import Foundation
import Journal
import TestSupport
import Testing

@testable import Collectors
@testable import Stamping

/// The stamp that lies on a machine, and each thing that speaks against it.
@Suite struct StampCollectorTests {
  private static let issued: Int64 = 1_782_000_000
  private static let until: Int64 = issued + 30 * 86_400
  private let key = KeyPair.generate(name: "PA03", isTest: true, created: 1)
  private let tree: TemporaryTree
  private let identity = [
    MachineIdentity(component: .disk, name: "serial", value: "SSD0001"),
    MachineIdentity(component: .nic, name: "address", value: "02:00:5e:10:00:01"),
  ]

  init() throws { tree = try TemporaryTree() }

  private func place(by signer: KeyPair? = nil) throws {
    let stamp = Stamp(
      serial: "THU-2026-000001", issuer: "Phòng PA03", inspector: "B", unit: "Đơn vị mẫu", machineName: "M1",
      issued: Self.issued, validUntil: Self.until, machine: "00", parts: IdentityParts.of(identity),
      profile: "drafting", law: "2018", verdict: "compliant", facts: "11", collected: Self.issued - 60,
      nature: .recording, rules: "22",
      baseline: StampBaseline(
        networkCards: ["02:00:5e:10:00:01"], radios: [], media: [], system: .init(id: "debian", version: "12")
      ))
    try tree.file(MachineFiles.stamp, JWS.sign(stamp, type: Statement.stamp, with: signer ?? key) + "\n")
  }

  private func collect(
    _ identity: [MachineIdentity]? = nil, revocations: [Revocation] = []
  ) throws -> Collected {
    var options = CollectorOptions.test
    options.identity = identity ?? self.identity
    var list = RevocationList()
    if !revocations.isEmpty {
      let scratch = try Scratch()
      let path = scratch.path + "/revocations.jws"
      let lines = try revocations.map { try $0.sign(with: key) + "\n" }.joined()
      try Data(lines.utf8).write(to: URL(fileURLWithPath: path))
      try list.read(path, keys: [key.publicKey.kid: key.publicKey])
    }
    options.trust = TrustStore(keys: [key.publicKey], revocations: list)
    return try StampCollector.run(on: tree, options)
  }

  private func row(_ identity: [MachineIdentity]? = nil, revocations: [Revocation] = []) throws
    -> MachineStamp
  {
    let collected = try collect(identity, revocations: revocations)
    #expect(collected.status == .complete)
    return try #require(collected.rows(MachineStamp.self).first)
  }

  private func note(_ kind: EventKind, at time: Int64, _ detail: [String: String]) throws {
    try tree.folder("/var/lib/airseal")
    let journal = try EventJournal(path: tree.path + "/root/var/lib/airseal/journal.sqlite")
    try journal.append(
      [JournalEvent(kind, detail)], at: Moment(time: time * 1_000_000, uptime: 5_000_000, boot: "a"))
  }

  @Test func noStampIsKnownToBeNone() throws {
    #expect(try collect().status == .doesNotExist)
  }

  @Test func aValidOne() throws {
    try place()
    let row = try row()
    #expect(row.stampStanding == .valid && row.serial == "THU-2026-000001" && row.issuedAt == Self.issued)
    #expect(row.profile == "drafting" && row.key == key.publicKey.kid)
  }

  @Test func aFindingOfTheDaemonSinceTheIssueMakesItVoid() throws {
    try place()
    try note(.stampVoided, at: Self.issued - 5, ["check": "usb_unregistered_attached", "entry": "1"])
    #expect(try row().stampStanding == .valid)
    try note(.deviceAdded, at: Self.issued + 4, ["port": "1-1"])
    try note(.stampVoided, at: Self.issued + 5, ["check": "phone_attached", "entry": "3"])
    try note(.stampVoided, at: Self.issued + 9, ["check": "network_link_up", "entry": "5"])
    let row = try row()
    #expect(row.stampStanding == .voidedByEvent)
    #expect(row.voidCheck == "phone_attached" && row.voidedAt == Self.issued + 5)
  }

  @Test func aJournalThatWasChangedIsAnErrorAndNoPass() throws {
    try place()
    try tree.file("/var/lib/airseal/journal.sqlite", "no journal")
    #expect(try collect().status == .error)
  }

  @Test func aRevocationMakesItVoid() throws {
    try place()
    let void = Revocation(
      stamp: "THU-2026-000001", issuer: key.publicKey.kid, reason: .stampLost, revoked: Self.issued + 7)
    let row = try row(revocations: [void])
    #expect(row.stampStanding == .voided && row.voidedAt == Self.issued + 7)
  }

  @Test func aPartAndAMachineThatChanged() throws {
    try place()
    var changed = identity
    changed[0].value = "SSD0002"
    #expect(try row(changed).stampStanding == .machineChanged)
    changed[1].value = "02:00:5e:10:00:09"
    #expect(try row(changed).stampStanding == .otherMachine)
  }

  @Test func theClock() throws {
    try place()
    tree.collectedAt = Self.until + 1
    #expect(try row().stampStanding == .expired)
    tree.collectedAt = Self.issued - 1
    #expect(try row().stampStanding == .clockSetBack)
  }

  @Test func whatIsNotSignedByAPinnedKey() throws {
    try place(by: KeyPair.generate(name: "X", isTest: true))
    #expect(try row().stampStanding == .notAuthentic)
    try tree.file(MachineFiles.stamp, "AN-2026-000001\n")
    #expect(try row().stampStanding == .notAuthentic)
  }

  @Test func whatIsNoFileIsAnError() throws {
    try tree.fifo(MachineFiles.stamp)
    #expect(try collect().status == .error)
  }
}
