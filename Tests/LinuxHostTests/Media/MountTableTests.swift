@testable import LinuxHost
import Testing

@Suite struct MountTableTests {
  private let table = MountTable([
    "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw",
    "30 22 8:17 / /media/canbo/T\\303\\240i\\040li\\341\\273\\207u rw,nosuid shared:2 - vfat /dev/sdb1 rw",
    "31 22 8:17 /a /srv/a rw - vfat /dev/sdb1 rw", "nonsense",
  ])

  @Test func pointsAreReadWithTheirEscapes() {
    #expect(table.mounts.count == 3)
    #expect(table.at("/media/canbo/Tài liệu")?.type == "vfat")
  }

  @Test func wholeFileSystemsOnly() {
    #expect(table.whole("8:17")?.point == "/media/canbo/Tài liệu")
    #expect(table.whole("8:99") == nil)
  }
}
