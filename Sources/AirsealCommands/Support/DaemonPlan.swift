import Attestation
import Collectors
import Facts
import Foundation
import LinuxHost
import Monitoring
import Rules
import Scanning

/// Where the daemon's settings come from.
struct DaemonPlan: Sendable {
  let config: String
  let rules: String?
  let socket: String

  /// Reads configuration, rules, register and the machine's identity; throws where one of them cannot be read.
  func read() throws -> (Daemon.Setting, DaemonConfiguration) {
    let configuration = try DaemonConfiguration(file: config)
    let installation = try Installation(rules: rules)
    let pack = try installation.pack()
    let profile = try installation.profile(configuration.selfCheck.profile ?? "drafting", in: pack)
    var setting = Daemon.Setting(
      state: installation.state, rules: installation.rules, program: installation.program,
      socket: socket, configuration: config, version: Version.current, hardware: try hardware(installation))
    let voiding: Set<Effect> = [.required, .blocksPass]
    setting.voiding = Set(profile.effects.filter { voiding.contains($0.value) }.keys)
    setting.registered = try registered(installation)
    return (setting, configuration)
  }

  /// The machine's identity as a scan would collect it now.
  private func hardware(_ installation: Installation) throws -> String {
    let store = try FactsStore()
    let options = CollectorOptions(rules: installation.rules, worker: installation.worker)
    let host = try LiveHost()
    for type in Registry.all where type.tables.contains(MachineIdentity.table) {
      try store.collect(source: type.name, tables: type.tables, monitor: SilentMonitor()) { sink in
        try type.init(options).collect(from: host, into: sink)
      }
    }
    return MachineDigest.of(try store.all(MachineIdentity.self))
  }

  private func registered(_ installation: Installation) throws -> Set<String> {
    guard FileManager.default.fileExists(atPath: installation.deviceRegister) else { return [] }
    let store = try installation.trustStore()
    let now = Int64(Date().timeIntervalSince1970)
    let devices = try DeviceRegister(installation.deviceRegister, trust: store).devices(takesTestKeys: false)
    return Set(devices.filter { RegisterState.standing($0, at: now) == .valid }.compactMap { $0.identity })
  }
}
