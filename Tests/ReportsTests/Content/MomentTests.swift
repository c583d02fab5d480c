import Testing

@testable import Reports

@Suite struct MomentTests {
  @Test func lawDaysAreWrittenAsInDocuments() {
    let moment = Moment(language: .vi, offset: 0)
    #expect(moment.lawDay(1_772_298_000) == "01/3/2026")
    #expect(moment.lawDay(1_772_298_000 - 1) == "28/02/2026")
    #expect(Moment(language: .en, offset: 0).lawDay(1_772_298_000) == "1 March 2026")
  }

  @Test func timesAreThoseOfTheMachine() {
    #expect(Moment(language: .vi, offset: 25_200).time(1_795_234_380) == "21/11/2026 11:13")
    #expect(Moment(language: .en, offset: -5400).time(1_795_234_380) == "2026-11-21 02:43")
    #expect(Moment(language: .en, offset: -5400).zone == "UTC-01:30")
    #expect(Moment.stamp(1_795_234_380) == "2026-11-21T04:13:00Z")
  }

  @Test func rangesOfOneDayNameItOnce() {
    let moment = Moment(language: .vi, offset: 25_200)
    #expect(moment.range(1_795_234_380, 1_795_237_980) == "21/11/2026 11:13 – 12:13")
    #expect(moment.range(1_795_234_380, 1_795_320_780) == "21/11/2026 11:13 – 22/11/2026 11:13")
    #expect(moment.range(1_795_234_380, .max) == "21/11/2026 11:13 – \(Int64.max)")
  }

  @Test(arguments: [Int64.max, .min, 253_402_300_800])
  func impossibleTimesAreShownAsNumbers(_ seconds: Int64) {
    #expect(Moment(language: .vi, offset: 25_200).time(seconds) == String(seconds))
    #expect(Moment.stamp(seconds) == nil)
  }
}
