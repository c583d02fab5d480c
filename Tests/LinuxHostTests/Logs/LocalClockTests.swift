import Testing

@testable import LinuxHost

@Suite struct LocalClockTests {
  @Test func asksTheZoneOnceADay() throws {
    nonisolated(unsafe) var asked = 0
    var clock = LocalClock { _ in
      asked += 1
      return 25_200
    }
    let civil = try #require(CivilTime(digits: "2026-05-20 18:12:30"))
    for second in 0..<100 {
      var later = civil
      later.seconds += second
      #expect(clock.time(later) == civil.utc - 25_200 + Int64(second))
    }
    #expect(asked == 2)
  }

  @Test func followsAChangeWithinADay() throws {
    let change: Int64 = 1_774_746_000  // 29 March 2026, 01:00 UTC
    let offset: (Int64) -> Int64 = { $0 < change ? 3600 : 7200 }
    var clock = LocalClock(offset)
    for text in ["2026-03-28 12:00:00", "2026-03-29 01:59:59", "2026-03-29 03:00:01", "2026-03-31 12:00:00"] {
      let civil = try #require(CivilTime(digits: text))
      #expect(clock.time(civil) == civil.time(offset: offset), "\(text)")
    }
  }
}
