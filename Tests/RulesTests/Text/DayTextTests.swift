import Rules
import Testing

@Suite struct DayTextTests {
  @Test(
    arguments: [
      (0, 0, "01/01/1970"), (-1, 0, "31/12/1969"), (1_709_164_800, 0, "29/02/2024"),
      (1_772_297_999, 25_200, "28/02/2026"), (1_772_298_000, 25_200, "01/03/2026"),
      (951_782_400, 0, "29/02/2000"),
    ] as [(Int64, Int64, String)])
  func days(_ seconds: Int64, _ offset: Int64, _ text: String) {
    #expect(DayText.text(seconds, utcOffset: offset) == text)
  }

  @Test func extremes() {
    #expect(DayText.text(.max, utcOffset: 1).isEmpty == false)
    #expect(DayText.text(.min, utcOffset: -1).isEmpty == false)
  }
}
