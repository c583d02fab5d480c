import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct InstallerCollectorTests {
  /// 4 May 2026, 08:45 Vietnamese time.
  private let end: Int64 = 1_777_859_100

  private func rows(_ text: String) throws -> [NetworkContact] {
    let tree = try TemporaryTree().packages("apt").file("var/log/installer/syslog", text, at: end)
    let found = try InstallerCollector.run(on: tree)
    #expect(found.status == .complete)
    return found.rows()
  }

  @Test func aMirrorThatAnsweredIsProof() throws {
    let rows = try rows(
      """
      May  4 01:20:15 dhclient[1300]: DHCPACK of 192.168.1.50 from 192.168.1.1
      May  4 01:23:00 in-target: Get:1 http://deb.debian.org/debian bookworm InRelease [151 kB]
      May  4 01:30:02 debootstrap: retrieving Packages from http://deb.debian.org/debian bookworm

      """)
    #expect(rows.map(\.kind) == [.installerMirror, .dhcpLease])
    #expect(rows.map(\.grade) == [.a, .a])
    #expect(rows.map(\.beforeInstall) == [false, false])
    #expect(rows.map(\.peerIsPublic) == [true, false])
    #expect(rows.map(\.occurrences) == [2, 1])
    #expect(rows.first?.firstSeen == 1_777_857_780)
  }

  @Test func aDiscAndUnansweredQuestionsAreInnocent() throws {
    let rows = try rows(
      """
      May  4 01:20:11 cdrom-detect: Detected CD 'Debian GNU/Linux 12.11.0 _Bookworm_ - Official amd64 DVD'
      May  4 01:20:15 dhclient[1300]: DHCPDISCOVER on enp0s31f6 to 255.255.255.255 port 67 interval 3
      May  4 01:44:00 in-target: Err:1 http://security.debian.org bookworm-security InRelease
      May  4 01:44:01 in-target: Get:1 cdrom://[Debian] bookworm InRelease

      """)
    #expect(rows.map(\.kind) == [.dhcpAttempt])
    #expect(rows.map(\.grade) == [.c])
  }

  @Test func missingLogsOfAnInstallerAreNamed() throws {
    let image = try TemporaryTree().packages("apt")
    #expect(try InstallerCollector.run(on: image).status == .doesNotExist)
    try image.file("etc/apt/sources.list", "#deb cdrom:[Debian GNU/Linux 12]/ bookworm main\n")
    #expect(try InstallerCollector.run(on: image).reason == .expectedButAbsent)
    try image.file("var/log/installer/syslog")
    #expect(try InstallerCollector.run(on: image).gaps.map(\.reason) == [.emptyStore])
  }
}
