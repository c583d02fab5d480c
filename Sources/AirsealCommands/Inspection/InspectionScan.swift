import Attestation
import Collectors
import Facts
import Foundation
import LinuxHost
import Rules
import Scanning

/// The scan of a guided inspection, and its judgement with the replies signed as answers.
struct InspectionScan {
  let installation: Installation
  let pack: RulePack
  let basis: VerdictBasis
  let recording: String?
  let devices: String?

  private var origin: FactsOrigin { recording.map(FactsOrigin.recording) ?? .live }

  /// Scans with progress and seals the facts in a folder.
  func collect(into folder: String) throws -> SealedFacts {
    let host = try origin.open()
    var options = CollectorOptions(rules: installation.rules, worker: installation.worker)
    options.trust = try basis.trustStore(installation)
    options.ownPaths = OwnFiles.paths(in: [folder, installation.state + "/scans"])
    let register = devices ?? installation.deviceRegister
    if devices != nil || FileManager.default.fileExists(atPath: register) {
      let devices = try DeviceRegister(register, trust: options.trust)
      options.registeredDevices = devices.devices(takesTestKeys: origin != .live)
      options.deviceSightings = devices.sightings(takesTestKeys: origin != .live)
    }
    let monitor = TerminalMonitor()
    monitor.show(with: pack.labels)
    let collecting = Background { [options] in
      try ScanRun.collect(from: host, options, monitor: monitor)
    }
    let store = try collecting.value()
    monitor.finish()
    guard !monitor.isCancelled else {
      throw Failure(
        .undetermined, "Đã dừng khi đang quét; chưa cấp tem, chưa dùng số nào.",
        "Stopped while scanning; no stamp was issued and no number used.")
    }
    try Output.makeFolder(folder)
    return try Seal.seal(store, to: folder + "/facts.sqlite")
  }

  /// Judges with the answers that the inspector signed.
  func judge(_ facts: SealedFacts, _ answers: [SignedAnswer]) throws -> Outcome {
    let nature = try facts.fetch(Scan.self).first?.nature ?? .live
    let profile = try basis.profile(installation, pack, nature)
    return try Judge(pack: pack).judge(
      facts: facts, factsDigest: facts.digest, profile: profile, asked: try basis.edition(for: profile),
      answers: answers, waivers: try basis.signedWaivers(installation))
  }
}
