import Attestation
import Collectors
import Facts
import LinuxHost
import Rules
import Scanning
import Stamping

/// A quick look at a machine: what identifies it, its radios, devices and system, and its stamp; no history, no documents.
enum MachineLook {
  private static let wanted = Set(
    (StampFacts.tables + [MachineStamp.table, RegisteredDevice.table]).map(\.name))

  static func facts(
    _ origin: FactsOrigin, _ installation: Installation, devices: DeviceRegister?, trust: TrustStore? = nil
  ) throws -> StampFacts {
    let host = try origin.open()
    var options = CollectorOptions(rules: installation.rules, worker: installation.worker)
    options.trust = trust ?? options.trust
    options.registeredDevices = devices?.devices(takesTestKeys: origin != .live) ?? []
    let collectors = Registry.all.filter { type in
      !wanted.isDisjoint(with: type.tables.map(\.name))
    }
    let store = try ScanRun.collect(
      from: host, options, collectors: collectors, monitor: SilentMonitor())
    guard let facts = try StampFacts(store) else { throw JudgeError.noScan }
    return facts
  }
}
