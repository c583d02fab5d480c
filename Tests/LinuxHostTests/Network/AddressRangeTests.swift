import LinuxHost
import Testing

@Suite struct AddressRangeTests {
  @Test func containsByPrefix() throws {
    let range = try #require(AddressRange("10.20.16.0/20"))
    #expect(range.contains(try #require(IPAddress("10.20.31.255"))))
    #expect(!range.contains(try #require(IPAddress("10.20.32.0"))))
    #expect(!range.contains(try #require(IPAddress("::1"))))
    #expect(range.contains(try #require(AddressRange("10.20.17.0/24"))))
    #expect(!range.contains(try #require(AddressRange("10.20.0.0/16"))))
  }

  @Test func zeroPrefixHoldsAll() throws {
    #expect(try #require(AddressRange("0.0.0.0/0")).contains(try #require(IPAddress("203.0.113.1"))))
  }

  @Test(arguments: ["10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8/8", "lan/8", ""])
  func refusesWhatIsNoNetwork(text: String) { #expect(AddressRange(text) == nil) }
}
