import Attestation
import Facts
import Foundation
import Stamping
import TestSupport

/// A machine that was stamped, and whose facts tests change.
final class StampedMachine {
  static let collected: Int64 = 1_781_488_800
  static let issued: Int64 = collected + 3600
  static let validUntil: Int64 = issued + 365 * 86_400

  let scratch: Scratch
  let key = KeyPair.generate(name: "PA03", isTest: true, created: 1_700_000_000)
  let trust: TrustStore
  var identity = [
    MachineIdentity(component: .system, name: "vendor", value: "Máy tính Mẫu"),
    MachineIdentity(component: .system, name: "serial", value: "S-1"),
    MachineIdentity(component: .board, name: "serial", value: "B-1"),
    MachineIdentity(component: .disk, name: "serial", value: "SSD0001"),
    MachineIdentity(component: .nic, name: "address", value: "02:00:5e:10:00:01"),
    MachineIdentity(component: .machineId, name: "id", value: "5b1d0c7e9f3a4d28a6c4e2b87d915f30"),
    MachineIdentity(component: .firmware, name: "version", value: "1.10"),
  ]
  var system = OperatingSystem(id: "debian", versionId: "12", name: "Debian 12")
  var radios = [Radio(subject: "00:00:5e:00:53:10", kind: .wifi, syspath: "/wifi")]
  var devices: [UsbDevice] = []
  var registered: [RegisteredDevice] = []
  var statuses: [String: CollectionStatus] = [:]
  var collected = StampedMachine.collected
  var nature = ScanNature.recording

  init() throws {
    scratch = try Scratch()
    trust = TrustStore(keys: [key.publicKey])
  }

  func store() throws -> FactsStore {
    let store = try FactsStore()
    try store.insert(
      Scan(
        collectedAt: collected, utcOffset: 25_200, nature: nature, liveHardware: true, root: "/",
        effectiveUid: 0, airsealVersion: "0"))
    for table in Schema.tables where !Schema.ledger.contains(table.name) {
      try store.insert(
        CollectionRecord(
          tableName: table.name, source: table.name, status: statuses[table.name] ?? .complete))
    }
    for part in identity { try store.insert(part) }
    for radio in radios { try store.insert(radio) }
    for device in devices { try store.insert(device) }
    for device in registered { try store.insert(device) }
    try store.insert(system)
    return store
  }

  func facts() throws -> StampFacts {
    guard let facts = try StampFacts(store()) else { throw CocoaError(.coderValueNotFound) }
    return facts
  }

  func stamp(_ serial: String = "THU-2026-000001", record: String? = nil) throws -> Stamp {
    let facts = try facts()
    return Stamp(
      serial: serial, issuer: "Phòng PA03", inspector: "Trần Thị Mẫu", unit: "Đơn vị mẫu",
      machineName: facts.machineName, issued: Self.issued, validUntil: Self.validUntil, machine: "00",
      parts: IdentityParts.of(facts.identity), profile: "drafting", law: "2018", verdict: "compliant",
      facts: "11", collected: Self.collected, nature: nature, rules: "22", record: record,
      baseline: StampBaseline(facts, settled: [("radio_hardware_present", "00:00:5e:00:53:10")]))
  }

  func sign(_ stamp: Stamp) throws -> SignedStamp {
    try SignedStamp(JWS.sign(stamp, type: Statement.stamp, with: key), trust: trust)
  }

  func signed(_ serial: String = "THU-2026-000001") throws -> SignedStamp { try sign(stamp(serial)) }

  /// An issue of a stamp, and of a record with one file where `withRecord`.
  func issue(withRecord: Bool = false, keyFile: String? = nil) throws -> Issue {
    let stamp = try stamp()
    let key = try keyFile.map { try KeyPair(file: $0) } ?? key
    let trust = TrustStore(keys: [key.publicKey])
    var issue = Issue(stamp: { serial, record in
      var numbered = stamp
      (numbered.serial, numbered.record) = (serial, record)
      return try SignedStamp(JWS.sign(numbered, type: Statement.stamp, with: key), trust: trust)
    })
    if withRecord {
      issue.record = { record, _ in
        Issue.MadeRecord(
          entry: RecordEntry(
            machine: "00", machineName: "Máy", unit: "X", inspector: "B", made: Self.issued,
            conclusion: "compliant"), files: ["\(record).html": Data("biên bản \(record)".utf8)])
      }
    }
    return issue
  }

  static func device(_ kind: UsbKind, serial: String?, standing: DeviceStanding = .unregistered) -> UsbDevice
  {
    UsbDevice(
      syspath: "/usb1/1-3", port: "1-3", vendorId: "18d1", productId: "4ee1", product: "Pixel",
      serial: serial, identity: serial.map { "18d1:4ee1:\($0)" }, kind: kind, configurations: 1,
      interfaces: "", drivers: "", children: "", descriptors: .read, standing: standing)
  }
}
