import Attestation
import Collectors
import Facts
import LinuxHost
import Rules
import Scanning
import Stamping

/// A quick look at a machine: what identifies it, its radios, devices, connections and system, and its stamp; no history,
/// no documents.
struct MachineLook {
  private static let wanted = Set(
    (StampFacts.tables + [MachineStamp.table, RegisteredDevice.table]).map(\.name)
  ).union(StampVerification.connectionTables)

  let facts: StampFacts
  private let store: FactsStore

  init(
    _ origin: FactsOrigin, _ installation: Installation, devices: DeviceRegister?, trust: TrustStore? = nil
  ) throws {
    let host = try origin.open()
    var options = CollectorOptions(rules: installation.rules, worker: installation.worker)
    options.trust = trust ?? options.trust
    options.registeredDevices = devices?.devices(takesTestKeys: origin != .live) ?? []
    let collectors = Registry.all.filter { type in
      !Self.wanted.isDisjoint(with: type.tables.map(\.name))
    }
    store = try ScanRun.collect(
      from: host, options, collectors: collectors, monitor: SilentMonitor())
    guard let facts = try StampFacts(store) else { throw JudgeError.noScan }
    self.facts = facts
  }

  /// What its connections are judged to be, by the profile and law of a stamp; nil where the pack knows no such profile.
  func judge(_ stamp: Stamp, _ pack: RulePack) throws -> Outcome? {
    guard let profile = pack.profile(stamp.profile) else { return nil }
    return try Judge(pack: pack).judge(facts: store, factsDigest: "", profile: profile, asked: stamp.law)
  }
}
