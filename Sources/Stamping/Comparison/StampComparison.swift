import Attestation
import Facts

/// Compares a stamp with the present and with a machine as facts describe it.
public struct StampComparison: Sendable {
  public let stamp: SignedStamp

  public init(_ stamp: SignedStamp) { self.stamp = stamp }

  /// What the stamp itself, the clock and a revocation say; `now` is in Unix seconds.
  public func ownFaults(now: Int64, revocation: Revocation?) -> [StampFault] {
    let statement = stamp.stamp
    var faults: [StampFault] = []
    if now < statement.issued { faults.append(.clockSetBack(issued: statement.issued, now: now)) }
    if now > statement.validUntil { faults.append(.expired(statement.validUntil)) }
    if let revocation { faults.append(.voided(at: revocation.revoked, revocation.reason)) }
    if stamp.key.isTest == (statement.nature == .live) { faults.append(.testKey) }
    return faults
  }

  /// What changed on the machine since it was stamped.
  public func changes(_ facts: StampFacts) -> [StampFault] {
    if facts.scan.nature == .live, stamp.key.isTest { return [.testKey] }
    let isKnown = facts.statuses[MachineIdentity.table.name]?.isConclusive == true
    return (isKnown ? changes(identity: facts.identity) : []) + system(facts) + radios(facts) + devices(facts)
      + events(facts)
  }

  /// Changes that are told but do not speak against the stamp: firmware, processor, name.
  public func notes(_ facts: StampFacts) -> [StampFault] {
    IdentityParts.soft.sorted { $0.rawValue < $1.rawValue }.compactMap { change(of: $0, facts.identity) }
  }

  /// What changed of the parts that identify the machine.
  public func changes(identity: [MachineIdentity]) -> [StampFault] {
    let now = IdentityParts.of(identity)
    let hardware: [MachineComponent] = [.system, .board, .chassis, .disk, .nic]
    let known = hardware.filter { stamp.stamp.parts[$0.rawValue] != nil }
    let same = known.contains { part in
      !Set(now[part.rawValue] ?? []).isDisjoint(with: stamp.stamp.parts[part.rawValue] ?? [])
    }
    if !known.isEmpty, !same { return [.otherMachine] }
    return MachineComponent.allCases.filter { !IdentityParts.soft.contains($0) }.flatMap { part in
      part == .nic ? networkCards(identity) : [change(of: part, identity)].compactMap { $0 }
    }
  }

  private func change(of part: MachineComponent, _ identity: [MachineIdentity]) -> StampFault? {
    let rows = identity.filter { $0.component == part }
    let before = Set(stamp.stamp.parts[part.rawValue] ?? [])
    let now = Set(rows.map(IdentityParts.digest))
    guard now != before else { return nil }
    let new = rows.filter { !before.contains(IdentityParts.digest($0)) }.map(\.value)
    return .partChanged(part, new: new, gone: before.subtracting(now).count)
  }

  private func networkCards(_ identity: [MachineIdentity]) -> [StampFault] {
    let now = identity.filter { $0.component == .nic }.map(\.value)
    let allowed = stamp.stamp.baseline.networkCards
    let gone = Set(allowed).subtracting(now)
    return now.filter { !allowed.contains($0) }.map { .networkCardAdded($0) }
      + (gone.isEmpty ? [] : [.partChanged(.nic, new: [], gone: gone.count)])
  }

  private func system(_ facts: StampFacts) -> [StampFault] {
    guard let system = facts.system else { return [] }
    let before = stamp.stamp.baseline.system
    guard system.id != before.id || system.versionId != before.version else { return [] }
    return [
      .systemReplaced(from: "\(before.id) \(before.version)", to: "\(system.id) \(system.versionId)")
    ]
  }

  private func radios(_ facts: StampFacts) -> [StampFault] {
    facts.radios.compactMap { radio in
      let known = stamp.stamp.baseline.radios.first { Self.isSame($0, radio) }
      guard let known else {
        return .radioAdded(radio.kind, subject: radio.subject, model: radio.model)
      }
      guard radio.enabled, !known.enabled else { return nil }
      return .radioEnabled(radio.kind, subject: radio.subject, model: radio.model)
    }
  }

  /// The same card: its address, or its place and model; a driver gives a card that had only its place an address.
  private static func isSame(_ known: StampBaseline.Radio, _ radio: Radio) -> Bool {
    guard known.kind == radio.kind else { return false }
    if known.subject == radio.subject, radio.subject.wholeMatch(of: /[0-9a-f]{2}(:[0-9a-f]{2})+/) != nil {
      return true
    }
    return known.place == radio.syspath && known.model == radio.model
  }

  private static let foreign: Set<UsbKind> = [
    .storage, .phone, .tether, .modem, .wifi, .bluetooth, .ethernet,
  ]

  private func devices(_ facts: StampFacts) -> [StampFault] {
    let attached = facts.devices.filter { device in
      if device.kind == .cardReader { return device.hasMedium }
      if [.wifi, .bluetooth, .ethernet].contains(device.kind), device.builtIn { return false }
      return Self.foreign.contains(device.kind)
    }
    let cards = facts.peripherals.filter { $0.kind == .memoryCard }
    return attached.filter { !isAllowed($0) }.map { device in
      let name = device.product ?? device.vendor ?? "\(device.vendorId):\(device.productId)"
      return .deviceAttached(device.kind, name: name, serial: device.serial, device.standing)
    } + cards.map { .memoryCard(name: $0.model ?? $0.serial ?? $0.syspath) }
  }

  /// A medium that is registered now, or was when the machine was stamped and was not taken off the register.
  private func isAllowed(_ device: UsbDevice) -> Bool {
    guard [.storage, .cardReader].contains(device.kind) else { return false }
    if device.standing == .valid { return true }
    guard device.standing == .unregistered, let identity = device.identity else { return false }
    return stamp.stamp.baseline.media.contains { $0.identity == identity }
  }

  private func events(_ facts: StampFacts) -> [StampFault] {
    facts.stamps.filter { $0.serial == stamp.stamp.serial && $0.stampStanding == .voidedByEvent }
      .map { .voidedByEvent(check: $0.voidCheck ?? "") }
  }
}
