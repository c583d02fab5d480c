import Facts
import GRDB
import Rules

/// A machine on which nothing is wrong and everything could be read.
struct CleanMachine {
  static let collectedAt: Int64 = 1_795_000_000

  let store: FactsStore
  let identity = [
    MachineIdentity(component: .system, name: "serial", value: "S-1"),
    MachineIdentity(component: .disk, name: "serial", value: "D-1"),
    MachineIdentity(component: .firmware, name: "version", value: "1.0"),
  ]

  init(nature: ScanNature = .live, collectedAt: Int64 = Self.collectedAt) throws {
    store = try FactsStore()
    try store.insert(
      Scan(
        collectedAt: collectedAt, utcOffset: 25_200, nature: nature, liveHardware: true, root: "/",
        effectiveUid: 0, airsealVersion: "0"))
    for table in Schema.tables where !Schema.ledger.contains(table.name) {
      try store.insert(CollectionRecord(tableName: table.name, source: table.name, status: .complete))
    }
    for part in identity { try store.insert(part) }
    try store.insert(
      OperatingSystem(
        id: "debian", versionId: "12", name: "Debian 12", supportEnd: collectedAt + 1,
        supportDataDate: collectedAt - 86_400))
    try store.insert(
      AntivirusProduct(
        product: "clamav", present: true, licence: .free, signaturesAt: collectedAt - 86_400,
        signatures: .verified, enabled: true, path: "/var/lib/clamav/daily.cvd"))
    try store.insert(
      NetworkInterface(
        ifindex: 1, name: "lo", kind: .loopback, softwareOnly: true, adminUp: true, carrier: true,
        operstate: "unknown", rxBytes: 0, txBytes: 0))
  }

  var machine: String { MachineDigest.of(identity) }

  /// Changes facts by SQL.
  func execute(_ sql: String) throws {
    _ = try store.connection { try $0.execute(sql: sql) }
  }

  func setStatus(_ table: String, _ status: CollectionStatus) throws {
    try execute(
      "UPDATE collection SET status = '\(status.rawValue)' WHERE table_name = '\(table)'")
  }

  func answer(
    _ check: String, _ reply: Answer.Reply = .pass, scope: [String] = [], machine: String? = nil,
    expires: Int64 = Self.collectedAt + 86_400, isTest: Bool = false
  ) -> SignedAnswer {
    let answer = Answer(
      check: check, reply: reply, scope: scope, statement: "seen", inspector: "A", unit: "B",
      machine: machine ?? self.machine, issued: Self.collectedAt, expires: expires)
    return SignedAnswer(answer: answer, keyID: "key", isTest: isTest)
  }

  /// A good answer to everything that facts do not decide.
  func answers(_ pack: RulePack) -> [SignedAnswer] {
    pack.checks.compactMap { check in
      if case .query = check.method { return nil }
      return check.notApplicable == nil ? answer(check.id) : nil
    }
  }

  func judge(
    _ profile: Profile, _ asked: String = Edition.defaultID, _ answers: [SignedAnswer]? = nil
  ) throws -> Outcome {
    let pack = try TestPack.pack()
    return try Judge(pack: pack).judge(
      facts: store, factsDigest: "0", profile: profile, asked: asked,
      answers: answers ?? self.answers(pack))
  }
}

extension Outcome {
  func edition(_ id: String) throws -> EditionOutcome {
    guard let edition = editions.first(where: { $0.edition.id == id }) else {
      throw TestFailure("no edition \(id)")
    }
    return edition
  }

  func result(_ check: String, _ edition: String = Edition.defaultID) throws -> RuleResult {
    guard let result = try self.edition(edition).results.first(where: { $0.check.id == check }) else {
      throw TestFailure("no result of \(check)")
    }
    return result
  }
}
