import Dispatch
import Synchronization

/// What the running kernel said of its devices and links when it was first asked: one scan judges one moment.
final class KernelSnapshot: Sendable {
  private struct Answers {
    var devices: [String: [Device]] = [:]
    var network: NetworkState?
  }

  private let answers = Mutex(Answers())

  /// Devices of the given subsystems; throws, and keeps nothing, if they cannot be enumerated.
  func devices(_ subsystems: [String]) throws -> [Device] {
    try answers.withLock { answers in
      let missing = subsystems.filter { answers.devices[$0] == nil }
      if !missing.isEmpty {
        let found = Dictionary(grouping: try UdevEnumeration.devices(missing), by: \.subsystem)
        for subsystem in missing { answers.devices[subsystem] = found[subsystem] ?? [] }
      }
      let devices = Set(subsystems).flatMap { answers.devices[$0] ?? [] }
      return devices.sorted { $0.syspath.utf8.lexicographicallyPrecedes($1.syspath.utf8) }
    }
  }

  /// Reads devices beside the caller; a failure keeps nothing, so that asking for them fails again and is heard.
  func prepare(_ subsystems: [String]) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      do { _ = try devices(subsystems) } catch { return }
    }
  }

  func network() throws -> NetworkState {
    try answers.withLock { answers in
      if let network = answers.network { return network }
      let network = try NetlinkSession(KernelNetlinkSocket()).state()
      answers.network = network
      return network
    }
  }
}
