import Testing

@testable import Reports

/// A self-check says on its first screen what it is not, in every form of report.
@Suite struct SelfCheckReportTests {
  private static let vietnamese = "không thay thế việc kiểm tra của cơ quan Công an"
  private static let head = "7:" + String(repeating: "3d", count: 32)

  private func sample(_ occasion: String) -> SampleOutcome {
    var sample = SampleOutcome()
    sample.journalHead = Self.head
    if occasion == "self_check" { sample.occasion = .selfCheck }
    return sample
  }

  @Test func saysThatItReplacesNoInspection() {
    let outcome = sample("self_check").outcome()
    let options = ReportOptions()
    for text in [
      TextReport(outcome: outcome, options: ReportOptions(width: 400)).render(),
      HTMLReport(outcome: outcome, options: options).render(),
      JSONReport(outcome: outcome, options: options).render(),
    ] {
      #expect(text.contains(Self.vietnamese))
      #expect(text.contains(Self.head))
    }
    #expect(JSONReport(outcome: outcome, options: options).render().contains("\"can_be_stamped\" : false"))
  }

  @Test func anInspectionSaysNothingOfTheKind() {
    let outcome = sample("inspection").outcome()
    #expect(!HTMLReport(outcome: outcome, options: ReportOptions()).render().contains(Self.vietnamese))
  }
}
