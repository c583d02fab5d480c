import Facts
import Foundation
import LinuxHost
import TestSupport
import Testing

@Suite struct RecordingHostTests {
  @Test func tellsWhatIsInTheFolder() throws {
    let tree = try TemporaryTree(collectedAt: 1_700_000_000, utcOffset: 3600)
    let state = NetworkState(links: [
      .init(index: 1, name: "lo", hardwareType: 772, flags: 73, operstate: "unknown", carrier: true)
    ])
    try tree.file("/etc/hostname", "may-01\n", at: 1_600_000_000).kernel(
      "/proc/sys/kernel/osrelease", "6.1.0\n"
    )
    .devices(Fixture.text("workstation.umockdev")).network(state)
    let host = try tree.host()
    #expect(host.now == 1_700_000_000 && host.utcOffset(at: 0) == 3600 && host.nature == .recording)
    #expect(try host.files.info("/etc/hostname").firstTime == 1_600_000_000)
    #expect(try host.kernel().text("/proc/sys/kernel/osrelease") == "6.1.0\n")
    #expect(try host.devices(["rfkill"]).count == 1)
    #expect(try host.network() == state)
  }

  @Test func whatIsMissingWasNotCollected() throws {
    let host = try TemporaryTree().host()
    let missing = CollectionFailure(.notCollected, .needsRunningKernel)
    #expect(throws: missing) { try host.kernel() }
    #expect(throws: missing) { try host.devices(["usb"]) }
    #expect(throws: missing) { try host.network() }
    #expect(!host.hasHardware && !host.hasLinkState)
  }

  @Test func aMissingFolderIsAFileError() {
    #expect(throws: FileError.self) { try RecordingHost(folder: "/nonexistent/recording") }
  }

  @Test(arguments: [
    ("collected_at: 1\nutc_offset: 0\nutcoffset: 0\n", "unknown key utcoffset"),
    ("collected_at: soon\nutc_offset: 0\n", "collected_at is not a whole number"),
    ("collected_at: 1\n", "collected_at and utc_offset are required"),
    ("collected_at: 1\nutc_offset: 90000\n", "utc_offset is not within 18 hours"),
    ("collected_at: 1\nutc_offset: 0\nread_as: -1\n", "read_as is not a user id"),
    ("- 1\n", "expected keys collected_at and utc_offset"), ("", "the file is empty"),
  ])
  func refusesABadManifest(yaml: String, problem: String) throws {
    let tree = try TemporaryTree()
    try Data(yaml.utf8).write(to: URL(fileURLWithPath: "\(tree.path)/recording.yaml"))
    let error = #expect(throws: RecordingError.self) { try RecordingHost(folder: tree.path) }
    #expect(error?.problem == problem)
  }

  @Test func refusesADamagedNetworkState() throws {
    let tree = try TemporaryTree()
    _ = try tree.host()
    try Data("{}".utf8).write(to: URL(fileURLWithPath: "\(tree.path)/network.json"))
    #expect(throws: RecordingError.self) { try tree.host() }
  }

  @Test(.enabled(if: geteuid() == 0, "another user's rights need root"))
  func readsWithTheRightsOfAUser() throws {
    let tree = try TemporaryTree()
    tree.readAs = 1000
    try tree.file("/etc/secret", "x", mode: 0o600).file("/etc/group-only", "x", mode: 0o640)
      .file("/etc/open", "x").folder("/var/closed", mode: 0o700)
    let host = try tree.host()
    #expect(host.effectiveUID == 1000)
    #expect(try host.files.text("/etc/open") == "x")
    #expect(throws: FileError(path: "/etc/secret", code: EACCES)) { try host.files.text("/etc/secret") }
    #expect(throws: FileError(path: "/etc/group-only", code: EACCES)) {
      try host.files.text("/etc/group-only")
    }
    #expect(throws: FileError(path: "/var/closed", code: EACCES)) { try host.files.list("/var/closed") }
    #expect(try FileTree(root: tree.path + "/root").text("/etc/secret") == "x")
  }
}
