@testable import Yaml
import Testing

@Suite struct StrictDecoderTests {
  struct Sample: Decodable, Equatable {
    struct Part: Decodable, Equatable {
      let name: String
      let size: Int?
    }

    enum Colour: String, Decodable {
      case red
      case green
    }

    let title: String
    let isOpen: Bool?
    let colour: Colour?
    let parts: [Part]?
    let table: [String: [String]]?
  }

  @Test func readsWhatTheTypeAsksFor() throws {
    let text = """
      title: 10
      isOpen: true
      colour: green
      parts: [{ name: a, size: 3 }, { name: b }]
      table: { "on": ["yes"], "off": [] }
      """
    let sample = try StrictDecoder.decode(Sample.self, from: text)
    #expect(sample.title == "10" && sample.isOpen == true && sample.colour == .green)
    #expect(sample.parts == [.init(name: "a", size: 3), .init(name: "b", size: nil)])
    #expect(sample.table == ["on": ["yes"], "off": []])
  }

  @Test(arguments: [
    ("title: a\nshade: red\n", 2, 1, "shade"),
    ("title: a\nparts:\n  - { name: a, weight: 1 }\n", 3, 16, "weight"),
    ("isOpen: true\n", 1, 1, "title"), ("title: a\nisOpen: maybe\n", 2, 9, "true or false"),
    ("title: a\nparts: [{ name: a, size: many }]\n", 2, 26, "number"), ("title: [a]\n", 1, 8, "text"),
    ("title: a\nparts: { name: a }\n", 2, 8, "list"), ("title: a\ncolour: blue\n", 2, 9, "Colour"),
    ("- a\n", 1, 1, "mapping"), ("title:\n", 1, 7, "text"),
  ])
  func refusesTheRest(text: String, line: Int, column: Int, word: String) {
    let refusal = #expect(throws: StrictRefusal.self) { try StrictDecoder.decode(Sample.self, from: text) }
    #expect(refusal?.line == line && refusal?.column == column, "\(String(describing: refusal))")
    #expect(refusal?.problem.contains(word) == true, "\(String(describing: refusal))")
  }
}
