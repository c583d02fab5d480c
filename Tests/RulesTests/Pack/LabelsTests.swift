import Facts
import Rules
import Testing

@Suite struct LabelsTests {
  @Test func everyCodeOfEveryTable() throws {
    let labels = try TestPack.pack().labels
    for table in Schema.tables {
      #expect(labels.has("table.\(table.name)"))
      for column in table.columns where column.kind == .text {
        for code in column.allowed { #expect(labels.has("\(column.name).\(code)")) }
      }
    }
  }

  @Test func everyWordOfAVerdict() throws {
    let labels = try TestPack.pack().labels
    func has<Code: CaseIterable & RawRepresentable<String>>(_ group: String, _ type: Code.Type) {
      for code in Code.allCases { #expect(labels.has("\(group).\(code.rawValue)")) }
    }
    has("result", RuleResult.Status.self)
    has("status", CollectionStatus.self)
    has("reason", Reason.self)
    has("severity", Severity.self)
    has("effect", Effect.self)
    has("fitness", Fitness.self)
    has("violation", Violation.self)
    has("coverage", Edition.Coverage.self)
  }

  @Test func everyLabelThatMessagesUse() throws {
    let pack = try TestPack.pack()
    #expect(pack.labels.has("kind.link_up_now"))
    #expect(pack.labels.text("no.such") == LocalizedText(vi: "no.such", en: "no.such"))
  }
}
