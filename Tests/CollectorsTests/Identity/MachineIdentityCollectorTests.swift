@testable import Collectors
import Facts
import Foundation
import LinuxHost
import TestSupport
import Testing

@Suite struct MachineIdentityCollectorTests {
  private let machineID = "0123456789abcdef0123456789abcdef"

  private func tree() throws -> TemporaryTree {
    try TemporaryTree().file("/etc/machine-id", machineID + "\n").file("/etc/hostname", "may-01\n")
      .kernel("/sys/class/dmi/id/sys_vendor", "ACME\n").kernel("/sys/class/dmi/id/product_name", "T1 \n")
      .kernel("/sys/class/dmi/id/product_serial", "PF000001\n", mode: 0o400)
      .kernel("/sys/class/dmi/id/board_serial", "\n").kernel("/sys/class/dmi/id/bios_version", "1.2\n")
      .kernel("/proc/cpuinfo", "processor\t: 0\nmodel name\t: Sample CPU 3000\n")
      .devices(Fixture.text("workstation.umockdev"))
  }

  private func lines(_ result: Collected) -> [String] {
    result.rows(MachineIdentity.self).map { "\($0.component.rawValue) \($0.name)=\($0.value)" }
  }

  @Test func namesEveryPart() throws {
    let result = try MachineIdentityCollector.run(on: tree())
    #expect(result.status == .complete)
    #expect(
      lines(result) == [
        "machine_id id=\(machineID)", "hostname name=may-01", "system vendor=ACME", "system model=T1 ",
        "system serial=PF000001", "firmware version=1.2", "processor model=Sample CPU 3000",
        "disk model=SAMPLE_SSD_512", "disk serial=S1X0000001", "disk wwid=naa.5000000000000001",
        "nic address=02:00:5e:10:00:01", "nic address=02:00:5e:10:00:02",
      ])
  }

  @Test(.enabled(if: geteuid() == 0, "another user's rights need root"))
  func anOrdinaryUserLacksSerials() throws {
    let tree = try tree()
    tree.readAs = 1000
    let result = try MachineIdentityCollector.run(on: tree)
    #expect(result.status == .incomplete)
    #expect(result.gaps.map(\.path) == ["/sys/class/dmi/id/product_serial"])
    #expect(result.gaps.map(\.reason) == [.needsRoot])
  }

  @Test func aMountedDiskLacksTheHardware() throws {
    let tree = try tree()
    let result = try MachineIdentityCollector.run(on: RootHost(root: tree.real("/"), hardware: false))
    #expect(result.status == .notCollected)
    #expect(lines(result) == ["machine_id id=\(machineID)", "hostname name=may-01"])
  }

  @Test func aMachineWithoutFirmwareTablesIsAGap() throws {
    let tree = try TemporaryTree().file("/etc/machine-id", machineID).kernel("/proc/cpuinfo", "").devices("")
    #expect(try MachineIdentityCollector.run(on: tree).gaps.map(\.path) == ["/sys/class/dmi/id"])
  }

  @Test(arguments: [("", Reason.emptyStore), ("uninitialized\n", .emptyStore), ("xyz\n", .damaged)])
  func aMachineIdThatIsNoneIsAGap(text: String, reason: Reason) throws {
    let tree = try tree().file("/etc/machine-id", text)
    #expect(try MachineIdentityCollector.run(on: tree).gaps.map(\.reason) == [reason])
  }

  @Test func tellsBuiltInDisksFromThoseThatComeAndGo() throws {
    let tree = try tree().devices(
      """
      P: /devices/virtual/nvme-subsystem/nvme-subsys0
      E: SUBSYSTEM=nvme-subsystem
      A: model=SAMPLE NVME
      A: serial=N0001

      P: /devices/virtual/nvme-subsystem/nvme-subsys0/nvme0n1
      E: SUBSYSTEM=block
      E: DEVTYPE=disk
      A: wwid=eui.0001

      P: /devices/pci0000:00/0000:05:00.0/mmc_host/mmc0/mmc0:0001
      E: SUBSYSTEM=mmc
      A: type=SD
      A: serial=0x1

      P: /devices/pci0000:00/0000:05:00.0/mmc_host/mmc0/mmc0:0001/block/mmcblk0
      E: SUBSYSTEM=block
      E: DEVTYPE=disk

      P: /devices/virtual/block/dm-0
      E: SUBSYSTEM=block
      E: DEVTYPE=disk
      A: serial=soft

      """)
    let disks = try MachineIdentityCollector.run(on: tree).rows(MachineIdentity.self)
      .filter { $0.component == .disk }
    #expect(disks.map(\.value) == ["SAMPLE NVME", "N0001", "eui.0001"])
  }
}
