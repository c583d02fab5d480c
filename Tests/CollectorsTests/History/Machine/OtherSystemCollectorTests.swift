import Facts
import LinuxHost
import TestSupport
import Testing

@testable import Collectors

@Suite struct OtherSystemCollectorTests {
  private static func block(_ name: String, _ properties: String) -> String {
    let parent = "/devices/pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda"
    let path = name == "sda" ? parent : "\(parent)/\(name)"
    return """
      P: \(path)
      N: \(name)
      E: DEVTYPE=\(name == "sda" ? "disk" : "partition")
      E: SUBSYSTEM=block
      \(properties)

      """
  }

  private func kinds(_ tree: TemporaryTree) throws -> [OtherSystemKind] {
    let result = try OtherSystemCollector.run(on: tree)
    #expect(result.status == .complete, "\(result.gaps)")
    return result.rows(OtherSystem.self).map(\.kind)
  }

  @Test(arguments: [
    ("var/lib/libvirt/images/a.qcow2", OtherSystemKind.virtualMachine),
    ("home/an/VirtualBox VMs/Win/Win.vdi", .virtualMachine), ("home/an/may-ao.vmdk", .virtualMachine),
    ("var/lib/docker/containers/0a/config.v2.json", .container),
    ("timeshift/snapshots/2026/info.json", .snapshot),
    ("mnt/d/Windows/System32/config/SYSTEM", .foreignSystem),
    ("boot/efi/EFI/Microsoft/Boot/bootmgfw.efi", .bootEntry),
  ])
  func files(path: String, kind: OtherSystemKind) throws {
    #expect(try kinds(BrowserTree.make().file(path, "x")) == [kind])
  }

  @Test func ordinaryFilesAreNone() throws {
    let tree = try BrowserTree.make().file("home/an/bao-cao.odt").folder("var/lib/libvirt/images")
      .folder("var/lib/docker/containers").file(
        "boot/grub/grub.cfg", "menuentry 'Debian GNU/Linux' --class debian {\n")
    #expect(try kinds(tree) == [])
  }

  @Test func bootEntries() throws {
    let line =
      "menuentry 'Windows 10 (on /dev/sda2)' --class windows $menuentry_id_option 'osprober-chain-1' {\n"
    let rows = try OtherSystemCollector.run(on: BrowserTree.make().file("boot/grub/grub.cfg", line)).rows(
      OtherSystem.self)
    #expect(rows.map(\.kind) == [.bootEntry] && rows[0].name == "Windows 10 (on /dev/sda2)")
  }

  @Test func volumesThatAreNotUsed() throws {
    let devices =
      Self.block("sda", "A: removable=0\\n")
      + Self.block("sda1", "E: ID_FS_TYPE=vfat\nE: ID_PART_ENTRY_TYPE=c12a7328-f81f-11d2-ba4b-00a0c93ec93b")
      + Self.block("sda2", "E: ID_FS_TYPE=ext4\nE: MAJOR=8\nE: MINOR=2")
      + Self.block("sda3", "E: ID_FS_TYPE=ntfs\nE: ID_FS_LABEL=Windows\nE: MAJOR=8\nE: MINOR=3")
      + Self.block("sda4", "E: ID_FS_TYPE=crypto_LUKS\nE: MAJOR=8\nE: MINOR=4")
      + Self.block("sda5", "E: ID_FS_TYPE=swap\nE: MAJOR=8\nE: MINOR=5")
    let tree = try BrowserTree.make().devices(devices).kernel(
      "proc/self/mountinfo", "21 1 8:2 / / rw shared:1 - ext4 /dev/sda2 rw\n")
    let rows = try OtherSystemCollector.run(on: tree).rows(OtherSystem.self)
    #expect(rows.map(\.kind) == [.partition, .encryptedVolume])
    #expect(rows.first?.name == "Windows")
  }

  @Test("Boot entries of systems that are inspected as well")
  func bootEntriesOfInspectedRoots() throws {
    let entries = """
      menuentry 'Windows 10 (on /dev/sda2)' --class windows $menuentry_id_option 'osprober-chain-1' {
      menuentry 'Fedora 40 (on /dev/sda3)' --class gnu-linux $menuentry_id_option 'osprober-gnulinux-simple-aa-11' {

      """
    let tree = try BrowserTree.make().file("boot/grub/grub.cfg", entries)
    func names(_ others: [InspectedRoot]) throws -> [String?] {
      let own = InspectedRoot(path: tree.path + "/root", uuid: nil, isWindows: false)
      let host = try RootHost(root: own.path, hardware: false, among: [own] + others)
      return try OtherSystemCollector.run(on: host).rows(OtherSystem.self).map(\.name)
    }
    #expect(try names([]).count == 2)
    let windows = InspectedRoot(path: "/a", uuid: nil, isWindows: true)
    #expect(try names([windows]) == ["Fedora 40 (on /dev/sda3)"])
    #expect(try names([windows, InspectedRoot(path: "/b", uuid: "aa-11", isWindows: false)]) == [])
  }
}
