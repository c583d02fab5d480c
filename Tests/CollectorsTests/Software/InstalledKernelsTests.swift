@testable import Collectors
import TestSupport
import Testing

@Suite struct InstalledKernelsTests {
  @Test(arguments: [
    ("6.1.0-9-amd64", "6.1.0-37-amd64"), ("5.15.0-100-generic", "6.8.0-31-generic"), ("6.1.0", "6.1.0-1"),
    ("6.8.0-31-generic", "6.11.0-8-generic"), ("5.14.0-427.el9", "5.14.0-503.el9"),
  ])
  func numbersCountByValue(older: String, newer: String) {
    #expect(InstalledKernels.isOlder(older, newer) && !InstalledKernels.isOlder(newer, older))
    #expect(!InstalledKernels.isOlder(older, older))
  }

  @Test func theNewestInBootCounts() throws {
    let tree = try TemporaryTree().file("/boot/vmlinuz-6.1.0-9-amd64").file("/boot/vmlinuz-6.1.0-37-amd64")
      .file("/boot/vmlinuz-0-rescue-abc").file("/boot/config-7.0")
    #expect(try InstalledKernels.newest(tree.host().files) == "6.1.0-37-amd64")
    #expect(try InstalledKernels.newest(TemporaryTree().host().files) == nil)
    #expect(InstalledKernels.isOutdated("6.1.0-9-amd64", "6.1.0-37-amd64"))
    #expect(
      !InstalledKernels.isOutdated(nil, "6.1.0-37-amd64")
        && !InstalledKernels.isOutdated("6.18.1", "6.1.0-37-amd64"))
  }
}
