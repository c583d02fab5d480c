import Facts
import LinuxHost
import TestSupport
import Testing

@Suite struct RootHostTests {
  private let needsKernel = CollectionFailure(.notCollected, .needsRunningKernel)

  @Test func theRunningKernelSaysNothingOfADisk() throws {
    let tree = try TemporaryTree()
    let host = try RootHost(root: tree.real("/"), hardware: false)
    #expect(throws: needsKernel) { try host.kernel() }
    #expect(throws: needsKernel) { try host.devices(["usb"]) }
    #expect(throws: needsKernel) { try host.network() }
    #expect(!host.hasHardware && !host.hasLinkState && host.nature == .root)
  }

  @Test func withHardwareOnlyLinksStayUnknown() throws {
    let host = try RootHost(root: try TemporaryTree().real("/"), hardware: true)
    #expect(try host.kernel().exists("/proc/sys/kernel/osrelease"))
    #expect(throws: needsKernel) { try host.network() }
    #expect(host.hasHardware && !host.hasLinkState)
  }

  @Test func aMissingRootIsAFileError() {
    #expect(throws: FileError.self) { try RootHost(root: "/nonexistent/root", hardware: false) }
  }

  @Test(arguments: [
    ("/usr/share/zoneinfo/Asia/Ho_Chi_Minh", 25_200), ("../usr/share/zoneinfo/Asia/Tokyo", 32_400),
    ("/usr/share/zoneinfo/Etc/UTC", 0),
  ])
  func theZoneOfTheRootCounts(target: String, offset: Int64) throws {
    let tree = try TemporaryTree().link("/etc/localtime", to: target)
    #expect(try RootHost(root: tree.real("/"), hardware: false).utcOffset(at: 1_782_867_600) == offset)
  }

  @Test func aRootWithoutAZoneIsInUTC() throws {
    let tree = try TemporaryTree()
    #expect(try RootHost(root: tree.real("/"), hardware: false).utcOffset(at: 0) == 0)
    try tree.file("/etc/timezone", "Asia/Ho_Chi_Minh\n")
    #expect(try RootHost(root: tree.real("/"), hardware: false).utcOffset(at: 1_782_867_600) == 25_200)
  }

  @Test func aCompiledZoneIsRead() throws {
    var bytes = Array("TZif".utf8) + [UInt8](repeating: 0, count: 16)
    for count: UInt8 in [0, 0, 0, 0, 1, 4] { bytes += [0, 0, 0, count] }
    bytes += [0, 0, 0x62, 0x70, 0, 0] + Array("+07\0".utf8)
    let tree = try TemporaryTree().file("/etc/localtime", bytes: bytes)
    #expect(try RootHost(root: tree.real("/"), hardware: false).utcOffset(at: 0) == 25_200)
  }
}
