@testable import Collectors
import Testing

@Suite struct VendorTimeTests {
  @Test func aFractionBeforeTheOffset() {
    let text = "2026-05-20T10:10:00.123456789+07:00"
    #expect(VendorTime.seconds(text, ["%Y-%m-%dT%H:%M:%S"], localOffset: { _ in 0 }) == 1_779_246_600)
  }

  @Test(arguments: [
    ("2026-06-10 12:11:00", "%Y-%m-%d %H:%M:%S", 1_781_068_260), ("2026-06-10", "%Y-%m-%d", 1_781_024_400),
    ("2026-Jun-10 12:11:00", "%Y-%b-%d %H:%M:%S", 1_781_068_260), ("1781068260000", "unix_ms", 1_781_068_260),
    ("2023-08-24 at 11:44:37 GMT+2", "%Y-%m-%d at %H:%M:%S", 1_692_870_277),
    ("2023-08-24 at 11:44:37 +02:00", "%Y-%m-%d at %H:%M:%S", 1_692_870_277),
    ("2023-08-24 09:44:37 UTC", "%Y-%m-%d %H:%M:%S", 1_692_870_277),
  ])
  func forms(text: String, format: String, seconds: Int64) {
    #expect(VendorTime.seconds(text, [format]) { _ in 7 * 3600 } == seconds)
  }

  @Test(arguments: ["", "soon", "2026-13-10", "2026-06-10 and more", "2026-06-10 +123456"])
  func whatIsNoTime(text: String) {
    #expect(VendorTime.seconds(text, ["%Y-%m-%d", "unix", "unix_ms"]) { _ in 0 } == nil)
  }
}
