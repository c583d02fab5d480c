import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct MachineLifeCollectorTests {
  private static let disk = """
    P: /devices/pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda
    N: sda
    E: DEVNAME=/dev/sda
    E: DEVTYPE=disk
    E: ID_BUS=ata
    E: SUBSYSTEM=block
    A: removable=0\\n

    """
  private static let now: Int64 = 1_782_867_600

  private func tree(_ hours: String?) throws -> TemporaryTree {
    let tree = try TemporaryTree(collectedAt: Self.now).folder("lost+found", at: Self.now - 1000 * 3600)
      .kernel("sys/class/dmi/id/bios_date", "03/01/2024\n").devices(Self.disk)
    guard let hours else { return tree }
    return try tree.commands(
      "- { command: '/usr/sbin/smartctl -j -a /dev/sda', status: 0, output: '{\"power_on_time\":{\"hours\":\(hours)},\"power_cycle_count\":7}' }\n"
    )
  }

  @Test func aDiskThatRanBefore() throws {
    let rows = try MachineLifeCollector.run(on: tree("9000")).rows(MachineLife.self)
    let disk = try #require(rows.first { $0.witness == .diskPower })
    #expect(disk.hours == 9000 && disk.cycles == 7 && disk.earlierLife && disk.path == "/dev/sda")
    #expect(rows.first { $0.witness == .firmwareDate }?.at == 1_709_251_200)
    #expect(rows.first { $0.witness == .fileSystem }?.at == Self.now - 1000 * 3600)
  }

  @Test func aHundredHoursMoreAreInnocent() throws {
    let rows = try MachineLifeCollector.run(on: tree("1100")).rows(MachineLife.self)
    #expect(rows.first { $0.witness == .diskPower }?.earlierLife == false)
  }

  @Test func aDiskThatNobodyCanAskIsAQuestion() throws {
    let disk = try MachineLifeCollector.run(on: tree(nil)).rows(MachineLife.self).first {
      $0.witness == .diskPower
    }
    #expect(disk != nil && disk?.hours == nil && disk?.earlierLife == false)
  }
}
