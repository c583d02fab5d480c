@testable import Collectors
import Facts
import LinuxHost
import TestSupport
import Testing

@Suite struct SoftwareOriginCollectorTests {
  @Test func foreignSourcesAndPackagesAreRows() throws {
    let tree = try TemporaryTree().folder("/etc")
      .file(
        "/etc/apt/sources.list",
        "deb http://deb.debian.org/debian bookworm main\ndeb https://repo.example.net/x y z\n"
      )
      .file("/etc/yum.repos.d/a.repo", "[a]\nbaseurl=https://rpm.example.org/x\n")
      .file(
        "/var/lib/dpkg/status",
        "Package: own\nStatus: install ok installed\nVersion: 1\n\nPackage: brought\nStatus: install ok installed\nVersion: 2\nVendor: Somebody\n\nPackage: gone\nStatus: deinstall ok config-files\nVersion: 3\nVendor: Somebody\n"
      )
    let rows = try SoftwareOriginCollector.run(on: tree).rows(SoftwareTrace.self)
    #expect(rows.map(\.name) == ["repo.example.net", "rpm.example.org", "brought"])
    #expect(rows.last?.vendor == "Somebody" && rows.last?.version == "2")
  }

  @Test func aPlainSystemHasNone() throws {
    let tree = try TemporaryTree().file("/etc/apt/sources.list", "deb cdrom:[Debian]/ bookworm main\n")
    let result = try SoftwareOriginCollector.run(on: tree)
    #expect(result.status == .complete && result.facts.isEmpty)
  }
}
