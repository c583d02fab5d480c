@testable import Collectors
import Testing

@Suite struct SupportPeriodsTests {
  @Test func everyDayOfTheShippedDataIsADate() throws {
    let periods = try DataFile.decode(SupportPeriods.self, "os-support.yaml", .test)
    #expect(SupportPeriods.endOfDay(periods.date) != nil)
    #expect(Set(periods.distributions.map(\.id)).count == periods.distributions.count)
    for distribution in periods.distributions {
      #expect(!distribution.source.isEmpty)
      #expect((distribution.rolling == nil) == (distribution.versions?.isEmpty == false))
      for (version, day) in distribution.versions ?? [:] {
        #expect(SupportPeriods.endOfDay(day) != nil, "\(distribution.id) \(version): \(day)")
      }
    }
  }

  @Test(arguments: ["2026-02-30", "2026-13-01", "2026-01", "soon", ""])
  func refusesWhatIsNoDay(text: String) { #expect(SupportPeriods.endOfDay(text) == nil) }
}
