import Facts
import LinuxHost
import Testing

@Suite struct IPAddressTests {
  @Test(arguments: [
    ("127.0.0.1", AddressScope.loopback), ("10.1.2.3", .private), ("172.31.255.255", .private),
    ("172.32.0.1", .public), ("192.168.1.1", .private), ("100.64.0.1", .private), ("169.254.7.7", .link),
    ("224.0.0.251", .link), ("255.255.255.255", .link), ("192.0.2.1", .public), ("198.51.100.7", .public),
    ("203.0.113.9", .public), ("8.8.8.8", .public), ("::1", .loopback), ("fe80::1", .link),
    ("fd00::1", .private),
    ("2001:db8::1", .public), ("ff02::fb", .link), ("::ffff:10.0.0.1", .private),
    ("::ffff:192.0.2.1", .public),
  ])
  func scope(text: String, scope: AddressScope) throws {
    #expect(try #require(IPAddress(text)).scope == scope)
  }

  @Test(arguments: ["", "1.2.3", "1.2.3.4.5", "example.vn", "12345", "fe80::g"])
  func refusesWhatIsNoAddress(text: String) { #expect(IPAddress(text) == nil) }

  @Test func dropsTheZone() { #expect(IPAddress("fe80::1%eth0")?.description == "fe80::1") }

  @Test func writesTheShortForm() {
    #expect(IPAddress("2001:0db8:0:0:0:0:0:0001")?.description == "2001:db8::1")
    #expect(IPAddress(bytes: [10, 0, 0, 1])?.description == "10.0.0.1")
    #expect(IPAddress(bytes: [10, 0, 0]) == nil)
  }
}
