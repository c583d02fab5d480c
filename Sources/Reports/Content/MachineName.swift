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

  /// The medium's names, as far as they are known.
  func medium(_ medium: Medium) -> String {
    var parts = [label("medium", medium.medium.rawValue)]
    if let model = medium.model, !model.isEmpty { parts.append(model) }
    if let vendor = medium.vendorId, let product = medium.productId { parts.append("\(vendor):\(product)") }
    if let serial = medium.serial { parts.append("\(self(Wording.serial)) \(serial)") }
    parts.append(medium.device)
    if !medium.fileSystems.isEmpty { parts.append(medium.fileSystems) }
    return parts.joined(separator: " · ")
  }

  /// The machine or medium that a report speaks of.
  func subject(_ outcome: Outcome) -> String {
    outcome.medium.map(medium) ?? machine(outcome.identity)
  }

  /// The fields at the head of a report.
  func head(_ outcome: Outcome) -> [(name: String, value: String)] {
    var fields: [(String, String)] = [
      (self(outcome.isMedium ? Wording.medium : Wording.machine), subject(outcome)),
      (
        self(outcome.isMedium ? Wording.mediumDigest : Wording.machineDigest),
        String(outcome.machine.prefix(16))
      ),
      (self(Wording.when), "\(moment.time(outcome.scan.collectedAt)) (\(moment.zone))"),
      (
        self(outcome.isMedium ? Wording.mediumProfile : Wording.profile),
        "\(self(outcome.profile.title)) (\(outcome.profile.id))"
      ),
    ]
    if let medium = outcome.medium {
      let words = [label("standing", medium.standing.rawValue), label("purpose", medium.purpose.rawValue)]
      fields.append((self(Wording.register), words.joined(separator: "; ")))
    }
    if let system = outcome.operatingSystem { fields.append((self(Wording.system), system.name)) }
    fields.append((self(Wording.origin), self(Wording.nature(outcome.scan.nature))))
    return fields
  }
}
