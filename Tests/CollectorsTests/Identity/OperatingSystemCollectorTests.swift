@testable import Collectors
import Facts
import LinuxHost
import TestSupport
import Testing

@Suite struct OperatingSystemCollectorTests {
  private let debian = """
    PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
    NAME="Debian GNU/Linux"
    VERSION_ID="12"
    VERSION_CODENAME=bookworm
    ID=debian
    """

  private func tree(_ release: String) throws -> TemporaryTree {
    try TemporaryTree().file("/usr/lib/os-release", release).link(
      "/etc/os-release", to: "../usr/lib/os-release"
    )
    .file("/etc/machine-id", "x", at: 1_700_000_500).folder("/lost+found", at: 1_700_000_000)
    .kernel("/proc/sys/kernel/osrelease", "6.1.0-50-amd64\n")
  }

  @Test func describesTheSystemAndItsSupport() throws {
    let result = try OperatingSystemCollector.run(on: tree(debian))
    let row = try #require(result.rows(OperatingSystem.self).first)
    #expect(result.status == .complete)
    #expect(row.id == "debian" && row.versionId == "12" && row.codename == "bookworm")
    #expect(row.name == "Debian GNU/Linux 12 (bookworm)" && row.kernel == "6.1.0-50-amd64")
    #expect(row.installedAt == 1_700_000_000)
    #expect(row.supportEnd == 1_846_022_399)
    #expect(row.supportSource?.contains("debian.org") == true && row.supportDataDate != nil)
  }

  @Test(arguments: [
    ("ubuntu", "24.04"), ("rhel", "9.4"), ("linuxmint", "21.3"), ("fedora", "41"), ("opensuse-leap", "15.6"),
  ])
  func knowsTheSupportOf(id: String, version: String) throws {
    let result = try OperatingSystemCollector.run(on: tree("ID=\(id)\nVERSION_ID='\(version)'\n"))
    #expect(result.status == .complete)
    #expect(result.rows(OperatingSystem.self).first?.supportEnd != nil)
  }

  @Test(arguments: ["ID=unheard\nVERSION_ID=1\n", "ID=debian\n", "ID=opensuse-leap\nVERSION_ID=15.99\n"])
  func anUnknownSystemIsAGap(release: String) throws {
    let result = try OperatingSystemCollector.run(on: tree(release))
    #expect(result.status == .incomplete && result.reason == .unsupported)
    #expect(result.rows(OperatingSystem.self).first?.supportEnd == nil)
  }

  @Test func withoutOsReleaseNothingIsKnown() throws {
    #expect(try OperatingSystemCollector.run(on: TemporaryTree()).status == .incomplete)
    #expect(try OperatingSystemCollector.run(on: tree("NAME=x\n")).reason == .damaged)
  }

  @Test func aRecordingWithoutAKernelIsAGap() throws {
    let tree = try TemporaryTree().file("/etc/os-release", debian)
    #expect(try OperatingSystemCollector.run(on: tree).status == .incomplete)
  }

  @Test func aMountedDiskHasNoKernel() throws {
    let tree = try tree(debian)
    let result = try OperatingSystemCollector.run(on: RootHost(root: tree.real("/"), hardware: true))
    #expect(result.status == .complete && result.rows(OperatingSystem.self).first?.kernel == nil)
  }
}
