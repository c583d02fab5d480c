import Facts
import Rules

extension Phrases {
  /// Maker, model, serial and host name of the machine, as far as they are known.
  func machine(_ identity: [MachineIdentity]) -> String {
    func values(_ component: MachineComponent, where accepts: (String) -> Bool) -> [String] {
      identity.filter { $0.component == component && accepts($0.name) && !$0.value.isEmpty }.map(\.value)
    }
    var parts: [String] = []
    let model = values(.system) { !["serial", "uuid", "sku"].contains($0) }
    if !model.isEmpty { parts.append(model.joined(separator: " ")) }
    let serials = values(.system) { $0 == "serial" }
    if let serial = serials.first { parts.append("\(self(Wording.serial)) \(serial)") }
    let hosts = values(.hostname) { _ in true }
    if let host = hosts.first { parts.append("\(self(Wording.hostName)) \(host)") }
    return parts.isEmpty ? self(Wording.unknownMachine) : parts.joined(separator: " · ")
  }

  /// The fields at the head of a report.
  func head(_ outcome: Outcome) -> [(name: String, value: String)] {
    var fields: [(String, String)] = [
      (self(Wording.machine), machine(outcome.identity)),
      (self(Wording.machineDigest), String(outcome.machine.prefix(16))),
      (self(Wording.when), "\(moment.time(outcome.scan.collectedAt)) (\(moment.zone))"),
      (self(Wording.profile), "\(self(outcome.profile.title)) (\(outcome.profile.id))"),
    ]
    if let system = outcome.operatingSystem { fields.append((self(Wording.system), system.name)) }
    fields.append((self(Wording.origin), self(Wording.nature(outcome.scan.nature))))
    return fields
  }
}
