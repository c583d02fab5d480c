import Foundation
import Testing

@testable import Markings

struct MarkingRulesTests {
  private func load(_ yaml: String) throws -> MarkingRules {
    let folder = FileManager.default.temporaryDirectory.appending(path: "markings-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) } }
    try Data(yaml.utf8).write(to: folder.appending(path: "a.yaml"))
    return try MarkingRules(folder: folder.path)
  }

  private let good = """
    terms: {}
    surroundings: { heading: 'x', form: 'y', gap: 3 }
    rules:
      - { id: x, level: mat, confidence: high, anchors: [abc], pattern: '^abc$', examples: [{ text: abc, expect: mat }] }
    """

  @Test func loadsRule() throws { #expect(try load(good).ids == ["x"]) }

  @Test(arguments: [
    ("level: mat", "level: huge"), ("confidence: high", "confidence: sure"),
    ("anchors: [abc]", "anchors: []"),
    ("'^abc$'", "'^(abc$'"), ("id: x,", "id: x, colour: red,"), ("terms: {}", "terms: {}\nextra: 1"),
    ("surroundings: { heading: 'x', form: 'y', gap: 3 }", ""), ("gap: 3", "gap: 3, colour: red"),
    ("form: 'y'", "form: '(y'"),
    ("examples: [{ text: abc, expect: mat }]", "examples: []"),
  ])
  func refuses(_ good: String, _ bad: String) {
    #expect(throws: MarkingRules.Invalid.self) { _ = try load(self.good.replacing(good, with: bad)) }
  }

  @Test func refusesAbsentFolder() {
    #expect(throws: MarkingRules.Invalid.self) { _ = try MarkingRules(folder: "/nonexistent") }
  }
}
