import Foundation
import Testing

@testable import Attestation

@Suite struct Base64URLTests {
  @Test func roundTrip() {
    for length in 0..<70 {
      let data = Data((0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) })
      let text = Base64URL.encode(data)
      #expect(!text.contains("=") && !text.contains("+") && !text.contains("/"))
      #expect(Base64URL.decode(text) == data)
    }
  }

  @Test(arguments: ["A", "AA=", "AA==", "AB", "AAB", "A+AA", "A/AA", "A A", "AAAA\n", "AAAé"])
  func refused(_ text: String) { #expect(Base64URL.decode(text) == nil) }
}
