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

  @Test("Installers of Arch and of SUSE")
  func otherInstallers() throws {
    let arch = """
      [2026-05-04 08:12:49] - DEBUG - Checking download speed of mirror.example.org[0.1] by fetching: https://mirror.example.org/core.db
      [2026-05-04 08:12:50] - DEBUG -     speed: 75406.25 (0.07MiB/s)

      """
    let log = try TemporaryTree().file("var/log/archinstall/install.log", arch, at: end)
    let row = try #require(try InstallerCollector.run(on: log).rows(NetworkContact.self).first)
    #expect(row.kind == .installerMirror && row.peer == "mirror.example.org" && row.grade == .a)
    let lease =
      "2026-05-04T01:10:00 install wickedd-dhcp4[900]: eth0: Committed DHCPv4 lease with address 192.168.1.9\n"
    let answer =
      "2026-05-04 08:12:49 <0> install(4000) [zypp] MediaCurl.cc(doGetFileCopy):1200 HTTP response: 200\n"
    let suse = try TemporaryTree().file("var/log/YaST2/wickedd.log", lease, at: end)
      .file("var/log/YaST2/y2log", answer, at: end)
    #expect(
      try InstallerCollector.run(on: suse).rows(NetworkContact.self).map(\.kind) == [
        .dhcpLease, .installerMirror,
      ])
  }

  @Test("A mirror that did not answer, and an installation from a disc")
  func otherInstallersWithoutANetwork() throws {
    let arch = """
      [2026-05-04 08:12:49] - DEBUG - Checking download speed of mirror.example.org[0.1] by fetching: https://mirror.example.org/core.db
      [2026-05-04 08:12:50] - DEBUG -     speed: 0.0 (0.00MiB/s)

      """
    let disc =
      "2026-05-04 08:12:49 <1> install(4000) [zypp::media] MediaManager.cc(attach):1 attached dvd:/?devices=/dev/sr0\n"
    let tree = try TemporaryTree().file("var/log/archinstall/install.log", arch, at: end)
      .file("var/log/YaST2/y2log", disc, at: end).file("var/log/YaST2/y2start.log", "x\n")
    #expect(try InstallerCollector.run(on: tree).rows(NetworkContact.self).isEmpty)
  }
}
