import Attestation
import Facts
import Foundation
import TestSupport
import Testing

@testable import Collectors

/// What a signed record of a disk's origin is worth beside what the disk itself tells.
@Suite struct OriginRecordTests {
  private static let now: Int64 = 1_782_867_600
  private static let installed = now - 1000 * 3600
  private static let day: Int64 = 86_400

  private struct Result {
    let disk: MachineLife
    let origins: [MachineOrigin]
  }

  private func result(
    hours: String?, _ record: OriginRecord? = nil, isTest: Bool = true, file: [String] = [],
    trust: TrustStore = TrustStore(keys: [])
  ) throws -> Result {
    let tree = try TemporaryTree(collectedAt: Self.now).folder("lost+found", at: Self.installed).devices(
      """
      P: /devices/pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda
      N: sda
      E: DEVNAME=/dev/sda
      E: DEVTYPE=disk
      E: ID_BUS=ata
      E: ID_SERIAL_SHORT=SSD 0001
      E: SUBSYSTEM=block
      A: removable=0\\n

      """
    )
    .kernel("sys/class/dmi/id/bios_date", "03/01/2024\n")
    if let hours {
      _ = try tree.commands(
        "- { command: '/usr/sbin/smartctl -j -a /dev/sda', status: 0, output: '{\"power_on_time\":{\"hours\":\(hours)},\"power_cycle_count\":7}' }\n"
      )
    }
    if !file.isEmpty { _ = try tree.file("var/lib/airseal/origin.jws", file.joined(separator: "\n") + "\n") }
    var options = CollectorOptions.test
    options.trust = trust
    options.originRecords =
      record.map {
        [SignedOriginRecord(record: $0, path: "origin.jws", keyID: "key", isTest: isTest)]
      } ?? []
    let collected = try MachineLifeCollector.run(on: tree, options)
    let disk = try #require(collected.rows(MachineLife.self).first { $0.witness == .diskPower })
    return Result(disk: disk, origins: collected.rows(MachineOrigin.self))
  }

  private func record(
    _ basis: OriginBasis = .wiping, disk: String = "ssd0001", days: Int64 = 3, hours: Int64? = 8000
  ) -> OriginRecord {
    OriginRecord(
      basis: basis, disks: [disk], day: Self.installed - days * Self.day, hours: hours, document: "BB 12",
      statement: "x", inspector: "A", unit: "B", issued: Self.now)
  }

  @Test func aDiskThatWasWipedBeforeTheInstallation() throws {
    let result = try result(hours: "9000", record())
    #expect(result.origins.map(\.originStanding) == [.valid])
    #expect(!result.disk.earlierLife && result.disk.vouchedBy == .wiping)
    #expect(result.disk.vouchedSince == Self.installed - 3 * Self.day)
    #expect(try self.result(hours: "9000").disk.earlierLife)
  }

  @Test func aDiskThatRanBetweenTheRecordAndTheInstallation() throws {
    let result = try result(hours: "9000", record(days: 60, hours: 7000))
    #expect(result.origins.map(\.originStanding) == [.installedLater])
    #expect(result.disk.earlierLife && result.disk.vouchedBy == .none)
  }

  @Test("A record that the disk contradicts", arguments: ["7000", "9900"])
  func contradicted(hours: String) throws {
    let result = try result(hours: hours, record())
    #expect(result.origins.map(\.originStanding) == [.contradicted])
    #expect(result.disk.vouchedBy == .none && result.disk.earlierLife)
  }

  @Test func anInvoiceOfANewDisk() throws {
    #expect(try result(hours: "1010", record(.purchase, hours: nil)).disk.vouchedBy == .purchase)
    let used = try result(hours: "9000", record(.purchase, hours: nil))
    #expect(used.origins.map(\.originStanding) == [.contradicted] && used.disk.earlierLife)
    let preinstalled = try result(hours: "700", record(.purchase, days: -10, hours: nil))
    #expect(preinstalled.disk.vouchedBy == .purchase)
  }

  @Test func aDiskThatTellsNoHours() throws {
    #expect(try result(hours: nil, record()).disk.vouchedBy == .wiping)
    let late = try result(hours: nil, record(days: 90))
    #expect(late.origins.map(\.originStanding) == [.installedLater] && late.disk.vouchedBy == .none)
  }

  @Test func recordsThatDoNotCount() throws {
    let other = try result(hours: "9000", record(disk: "SSD0002"))
    #expect(other.origins.map(\.originStanding) == [.diskNotFound] && other.disk.earlierLife)
    let future = try result(hours: "9000", record(days: -60))
    #expect(future.origins.map(\.originStanding) == [.future] && future.disk.earlierLife)
  }

  @Test func theFileOnTheMachineIsVerified() throws {
    let key = KeyPair.generate(name: "A", isTest: true)
    let line = try JWS.sign(record(), type: Statement.origin, with: key)
    let trusted = try result(hours: "9000", file: [line], trust: TrustStore(keys: [key.publicKey]))
    #expect(trusted.disk.vouchedBy == .wiping && trusted.origins.map(\.document) == ["BB 12"])
    let unknown = try result(hours: "9000", file: [line])
    #expect(unknown.origins.map(\.originStanding) == [.notAuthentic] && unknown.disk.earlierLife)
  }
}
