import Facts
import Testing

@testable import Rules

@Suite struct MessageTemplateTests {
  let labels = Labels(["level.mat": LocalizedText(vi: "Mật", en: "Confidential")])

  func fill(_ template: String, _ value: FactValue, _ language: Language = .vi) throws -> String {
    try MessageTemplate(template).filled(
      language, from: [("level", value)], labels: labels, utcOffset: 25_200)
  }

  @Test func forms() throws {
    #expect(try fill("a {level} b", .text("mat")) == "a mat b")
    #expect(try fill("{level|label}", .text("mat")) == "Mật")
    #expect(try fill("{level|label}", .text("mat"), .en) == "Confidential")
    #expect(try fill("{level|label}", .text("other")) == "other")
    #expect(try fill("{level|date}", .integer(1_772_298_000)) == "01/03/2026")
    #expect(try fill("{level|date}", .null) == "không rõ")
    #expect(try fill("{level}", .null, .en) == "unknown")
  }

  @Test func valuesAreNotTemplates() throws {
    #expect(try fill("{level}", .text("{level|date}")) == "{level|date}")
  }

  @Test func refusals() {
    #expect(throws: MessageTemplate.Fault.self) { try MessageTemplate("{a") }
    #expect(throws: MessageTemplate.Fault.self) { try MessageTemplate("{a|plain}") }
    #expect(throws: MessageTemplate.Fault.self) { try MessageTemplate("{a|hour}") }
  }
}
