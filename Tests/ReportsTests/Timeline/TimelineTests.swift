import Rules
import Testing

@testable import Reports

@Suite struct TimelineTests {
  private static let day: Int64 = 86_400

  private func timeline(_ sample: SampleOutcome = .init()) throws -> Timeline {
    try #require(Timeline(ReportContent(sample.outcome(), redactsPaths: false)))
  }

  private func html(_ sample: SampleOutcome, _ language: Language = .vi) -> String {
    HTMLReport(outcome: sample.outcome(), options: .init(language: language)).render()
  }

  @Test func theAxisReachesFromTheFirstTraceToTheScan() throws {
    let timeline = try timeline()
    #expect(timeline.end == SampleOutcome.collectedAt)
    #expect(timeline.start <= SampleOutcome.collectedAt - 300 * Self.day)
    #expect(timeline.start > SampleOutcome.collectedAt - 320 * Self.day)
    #expect(timeline.laws.map(\.instrument) == ["117/2025/QH15"])
  }

  @Test func timesOfWrongClocksAreLeftOut() throws {
    let timeline = try timeline()
    #expect(timeline.spans(of: .life).allSatisfy { $0.from > 946_684_800 })
    #expect(timeline.spans(of: .phone).map(\.until) == [SampleOutcome.collectedAt])
  }

  @Test func marksAreFewAndInside() throws {
    let timeline = try timeline()
    let marks = timeline.marks(offset: 25_200)
    #expect((3...10).contains(marks.count))
    #expect(marks.allSatisfy { $0 >= timeline.start && $0 <= timeline.end })
  }

  @Test(arguments: Language.allCases)
  func everyRowIsInBothReports(language: Language) {
    let sample = SampleOutcome()
    let markup = html(sample, language)
    let text = TextReport(outcome: sample.outcome(), options: .init(language: language)).render()
    for lane in TimelineSpan.Lane.allCases {
      let name = language == .vi ? Wording.lane(lane).vi : Wording.lane(lane).en
      #expect(markup.contains(">\(name)</text>") && text.contains(name), "\(name)")
      #expect(markup.contains("class=\"\(lane.rawValue)-span\""), "\(lane)")
    }
    #expect(text.contains("█") && text.contains("┊"))
  }

  @Test func whatWasNotWhollyReadIsSaid() {
    var sample = SampleOutcome()
    #expect(html(sample).contains(">\(Wording.laneBlind.vi)</text>"))
    sample.findings = false
    let clean = html(sample)
    #expect(!clean.contains(">\(Wording.laneBlind.vi)</text>"))
    #expect(clean.contains(">\(Wording.laneEmpty.vi)</text>"))
  }
}
