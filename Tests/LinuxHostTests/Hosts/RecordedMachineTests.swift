import LinuxHost
import TestSupport
import Testing

@Suite struct RecordedMachineTests {
  private let here = MachineNow(
    addresses: ["02:00:5e:10:00:01"], machineID: "b2c3", hardwareLine: "ACME T1/B1, BIOS 1.2 01/02/2024")

  @Test func readsAddressesOfNetworkManagerAndUdev() throws {
    let tree = try TemporaryTree()
      .file("/var/lib/NetworkManager/no-auto-default.state", "[main]\nno-auto-default=02:00:5E:10:00:01,\n")
      .file(
        "/etc/udev/rules.d/70-persistent-net.rules",
        "SUBSYSTEM==\"net\", ATTR{address}==\"02:00:5e:10:00:02\"\n"
      )
      .file("/etc/udev/rules.d/90-other.rules", "02:00:5e:10:00:03\n")
      .file(
        "/etc/NetworkManager/system-connections/w",
        "mac-address=02:00:5E:10:00:04\nseen-bssids=02:00:5E:10:00:05\n"
      )
      .file("/etc/machine-id", "a1\n")
    let record = try RecordedMachine(tree.host().files)
    #expect(record.addresses == ["02:00:5e:10:00:01", "02:00:5e:10:00:02", "02:00:5e:10:00:04"])
    #expect(record.machineID == "a1")
    #expect(record.matches(here) == true)
  }

  @Test func anEmptyRootTellsNothing() throws {
    #expect(try RecordedMachine(TemporaryTree().host().files).matches(here) == nil)
    #expect(RecordedMachine(machineID: "a1").matches(here) == nil)
    #expect(RecordedMachine(machineID: "b2c3").matches(here) == true)
  }

  @Test func otherCardsMeanAnotherMachine() {
    #expect(RecordedMachine(addresses: ["02:00:5e:99:00:01"]).matches(here) == false)
  }

  @Test func theKernelsOwnLineCounts() {
    var record = RecordedMachine(addresses: ["02:00:5e:99:00:01"])
    record.add(kernelLines: ["kernel: DMI: ACME T1/B1, BIOS 1.2 01/02/2024"])
    #expect(record.matches(here) == true)
    record.hardwareLines = ["OTHER T2/B2, BIOS 3"]
    #expect(record.matches(here) == false)
  }

  @Test func logsOfTheRootCount() throws {
    let line = "Jan  5 08:00:00 may kernel: [    0.000000] DMI: ACME T1/B1, BIOS 1.2  01/02/2024\n"
    let tree = try TemporaryTree().file("/var/log/kern.log", line + line)
      .file("/var/log/journal/0123456789abcdef0123456789abcdef/system.journal", "garbage")
    let files = try tree.host().files
    var record = try RecordedMachine(files)
    try record.addKernelLogs(of: files)
    #expect(record.hardwareLines == ["ACME T1/B1, BIOS 1.2 01/02/2024"])
    #expect(record.matches(here) == true)
  }

  @Test func theRunningMachineIsNotThatOfAForeignRoot() throws {
    let tree = try TemporaryTree()
    #expect(try RootHost(root: tree.real("/"), hardware: true).identityMatchesRunningMachine() == nil)
    try tree.file("/var/lib/NetworkManager/no-auto-default.state", "no-auto-default=02:00:5E:99:00:01,\n")
    #expect(try RootHost(root: tree.real("/"), hardware: true).identityMatchesRunningMachine() == false)
  }
}
