import Testing

@testable import Yaml

@Suite struct YamlNodeTests {
  @Test func knowsContentAndPlace() throws {
    let node = try YamlNode(yaml: "a: 1\nb:\n  - 'x y'\n  - |\n    first\n    second\nc: { d: ~ }\n")
    #expect(node["a"]?.scalar == "1" && node["a"]?.style == .plain)
    let items = try #require(node["b"]?.list)
    #expect(
      items[0].scalar == "x y" && items[0].style == .quoted && items[0].line == 3 && items[0].column == 5)
    #expect(items[1].scalar == "first\nsecond\n" && items[1].style == .literal)
    #expect(node["c"]?["d"]?.isNull == true)
    #expect(node["e"] == nil)
  }

  @Test(arguments: [
    ("", YamlFault.Kind.empty, 1, 1), ("# nothing\n", .empty, 2, 1),
    ("a: 1\nb: 2\na: 3\n", .repeatedKey("a"), 3, 1), ("a: &x 1\nb: *x\n", .notRead("an alias"), 2, 4),
    ("a: !!binary x\n", .notRead("a tag"), 1, 4), ("a: 1\n---\nb: 2\n", .notRead("a second document"), 2, 1),
    (
      String(repeating: "[", count: 65) + String(repeating: "]", count: 65), .notRead("a nest so deep"), 1, 65
    ),
  ])
  func refusesWhatNoFileNeeds(text: String, kind: YamlFault.Kind, line: Int, column: Int) {
    let fault = #expect(throws: YamlFault.self) { try YamlNode(yaml: text) }
    #expect(fault == YamlFault(kind: kind, line: line, column: column))
  }

  @Test func namesThePlaceOfBrokenYaml() {
    let fault = #expect(throws: YamlFault.self) { try YamlNode(yaml: "a: 1\nb: [1, 2\nc: 3\n") }
    #expect(fault?.line == 3)
    #expect(fault?.problem.contains("not valid YAML") == true)
  }

  @Test func endsAtTheLastKey() throws {
    let text = "id: a\nexamples:\n# of the law\n- { id: b\n\n  broken: [ }\n"
    let node = try YamlNode(yaml: text, upTo: "examples")
    #expect(node["id"]?.scalar == "a")
    #expect(node["examples"]?.list?.isEmpty == true)
    #expect(throws: YamlFault.self) { try YamlNode(yaml: text) }
  }

  @Test func refusesAKeyBehindTheLastOne() {
    let text = "id: a\nexamples:\n  - { id: b }\nid: c\n"
    let fault = #expect(throws: YamlFault.self) { try YamlNode(yaml: text, upTo: "examples") }
    #expect(fault == YamlFault(kind: .notLast("examples"), line: 4, column: 1))
  }

  @Test func aLastKeyFurtherInIsAnyKey() throws {
    let node = try YamlNode(yaml: "a:\n  examples: [1]\n  b: 2\n", upTo: "examples")
    #expect(node["a"]?["b"]?.scalar == "2")
  }
}
