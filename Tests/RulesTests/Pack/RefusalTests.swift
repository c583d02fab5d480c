import Foundation
import Rules
import Testing

/// Bad rule files, and where each is refused.
@Suite struct RefusalTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let old: String
    let new: String
    let line: Int
    let column: Int
    let word: String

    init(
      _ name: String, _ old: String, _ new: String, _ line: Int, _ column: Int, _ word: String,
      in file: String = "checks/link.yaml"
    ) {
      self.name = name
      self.file = file
      self.old = old
      self.new = new
      self.line = line
      self.column = column
      self.word = word
    }

    var testDescription: String { name }
  }

  static let checks = [
    Bad("unknown key", "severity: high", "severity: high\ncolour: red", 6, 1, "colour"),
    Bad(
      "a key behind the examples", "{ status: error } }\n", "{ status: error } }\nmonotone: true\n", 21, 1,
      "last"),
    Bad("repeated key", "severity: high", "severity: high\nseverity: low", 6, 1, "severity"),
    Bad("missing key", "severity: high\n", "", 1, 1, "severity"),
    Bad("missing method", "method: query\n", "", 1, 1, "method"),
    Bad("wrong type", "severity: high", "severity: [high]", 5, 11, "value"),
    Bad("text is a number", "title: { vi: a, en: a }", "title: { vi: 5, en: a }", 3, 14, "text"),
    Bad("empty text", "title: { vi: a, en: a }", "title: { vi: '', en: a }", 3, 14, "text"),
    Bad("one language only", "title: { vi: a, en: a }", "title: { vi: a }", 3, 8, "en"),
    Bad("unknown severity", "severity: high", "severity: huge", 5, 11, "huge"),
    Bad("unknown existence", "existence: none_exist", "existence: any", 6, 12, "any"),
    Bad("unknown method", "method: query", "method: magic", 2, 9, "magic"),
    Bad("id is not the file name", "id: link", "id: other", 1, 1, "other"),
    Bad("flag", "existence: none_exist", "existence: none_exist\nmonotone: maybe", 7, 11, "true"),
    Bad("syntax", "severity: high", "severity: {high", 6, 10, "YAML"),
    Bad("unknown column", "SELECT name, address", "SELECT name, adress", 8, 16, "adress"),
    Bad("unknown table", "FROM network_interface", "FROM network_iface", 7, 8, "network_iface"),
    Bad("SQL syntax", "WHERE carrier = 1", "WHERE carrier = = 1", 10, 19, "syntax"),
    Bad("double-quoted typo", "carrier = 1", "operstate = \"up\"", 10, 21, "up"),
    Bad("several statements", "carrier = 1", "carrier = 1; SELECT 1", 10, 22, "more than one"),
    Bad("not a SELECT", "SELECT name, address", "DELETE", 8, 3, "SELECT"),
    Bad(
      "WITH that writes", "SELECT name, address\n  FROM network_interface\n  WHERE carrier = 1",
      "WITH a AS (SELECT 1)\n  DELETE FROM radio", 7, 8, "authorized"),
    Bad(
      "PRAGMA", "SELECT name, address\n  FROM network_interface\n  WHERE carrier = 1",
      "PRAGMA table_list", 8, 3, "SELECT"),
    Bad(
      "schema table", "SELECT name, address\n  FROM network_interface\n  WHERE carrier = 1",
      "SELECT name, sql AS address FROM sqlite_master", 7, 8, "sqlite_master"),
    Bad("folded table", "WHERE carrier = 1", "WHERE 0 AND EXISTS (SELECT 1 FROM radio)", 10, 37, "radio"),
    Bad("present time", "carrier = 1", "rx_bytes < unixepoch('now')", 10, 20, "unixepoch"),
    Bad("current time", "carrier = 1", "operstate = CURRENT_TIMESTAMP", 10, 21, "CURRENT_TIMESTAMP"),
    Bad("random", "carrier = 1", "rx_bytes = random()", 10, 20, "random"),
    Bad("unknown parameter", "carrier = 1", "rx_bytes = :now", 7, 8, ":now"),
    Bad("nullable <>", "carrier = 1", "address <> 'x'", 10, 17, "IS NOT"),
    Bad("nullable !=", "carrier = 1", "'x' != address", 10, 13, "IS NOT"),
    Bad("nullable NOT IN", "carrier = 1", "address NOT IN ('x')", 10, 17, "IS NOT"),
    Bad("NOT IN a SELECT", "carrier = 1", "name NOT IN (SELECT subject FROM radio)", 10, 14, "IS NOT"),
    Bad("NOT before a condition", "carrier = 1", "NOT (address = 'x')", 10, 9, "NOT"),
    Bad("LIKE", "carrier = 1", "name LIKE 'w%'", 10, 14, "LIKE"),
    Bad("LOWER", "carrier = 1", "LOWER(name) = 'a'", 10, 9, "LOWER"),
    Bad("hidden negation", "carrier = 1", "NOT EXISTS (SELECT 1 FROM radio)", 10, 9, "monotone"),
    Bad("aggregate", "carrier = 1", "(SELECT count(*) FROM radio) = 0", 10, 17, "monotone"),
    Bad("outer join", "FROM network_interface", "FROM network_interface LEFT JOIN radio", 9, 26, "monotone"),
    Bad(
      "too long", "WHERE carrier = 1",
      "WHERE carrier\n" + String(repeating: "  +\n  1\n", count: 6) + "  = 1",
      7, 8, "at most 12"),
    Bad(
      "no table", "SELECT name, address\n  FROM network_interface\n  WHERE carrier = 1",
      "SELECT 'a' AS name", 7, 8, "no table"),
    Bad("unknown subject", "subject: [name]", "subject: [name, nome]", 11, 17, "nome"),
    Bad("no subject", "subject: [name]", "subject: []", 11, 10, "empty"),
    Bad("unknown message column", "vi: \"{name}\"", "vi: \"{nome}\"", 12, 10, "nome"),
    Bad("unknown message form", "vi: \"{name}\"", "vi: \"{name|hour}\"", 12, 10, "hour"),
    Bad("unclosed brace", "vi: \"{name}\"", "vi: \"{name\"", 12, 10, "}"),
    Bad("no failing example", "- expect: fail", "- expect: pass", 15, 3, "fail"),
    Bad("no passing example", "- expect: pass", "- expect: fail", 15, 3, "pass"),
    Bad("no unknown example", "- expect: unknown", "- expect: pass", 15, 3, "unknown"),
    Bad("example of an unknown table", "given: { network_interface: [", "given: { nic: [", 16, 14, "nic"),
    Bad("example of an unknown column", "{ name: eth0", "{ nome: eth0", 16, 36, "nome"),
    Bad("example of a wrong type", "carrier: 1 }]", "carrier: up }]", 16, 57, "integer"),
    Bad("example of an unknown code", "carrier: 1 }]", "kind: cable }]", 16, 54, "cable"),
    Bad("example of an unknown status", "status: error", "status: bad", 20, 43, "bad"),
  ]

  static let others = [
    Bad(
      "limit of an unknown check", "violation_check: link",
      "violation_check: link\nlimits: { lnk: required }",
      6, 11, "lnk", in: "controls/a.yaml"),
    Bad(
      "control of an unknown check", "checks: [link]", "checks: [link, lnk]", 10, 20, "lnk",
      in: "controls/a.yaml"),
    Bad(
      "violation of an unknown check", "violation_check: link", "violation_check: lnk", 5, 18, "lnk",
      in: "controls/a.yaml"),
    Bad("bad day", "2020-07-01", "2020-07-32", 4, 16, "day", in: "controls/a.yaml"),
    Bad(
      "partial without a reason", "status: automated", "status: partial", 7, 5, "reason",
      in: "controls/a.yaml"),
    Bad(
      "profile of an unknown check", "link: required", "link: required\n  lnk: required", 6, 3, "lnk",
      in: "profiles/drafting.yaml"),
    Bad(
      "profile that forgets a check", "effects:\n  link: required", "effects: {}", 4, 10, "link",
      in: "profiles/drafting.yaml"),
    Bad("unknown effect", "link: required", "link: strict", 5, 9, "strict", in: "profiles/drafting.yaml"),
    Bad(
      "unknown edition", "effects:", "only_edition: \"1999\"\neffects:", 4, 15, "1999",
      in: "profiles/drafting.yaml"),
    Bad("label in one language", "{ vi: a, en: a }", "{ vi: a }", 2, 6, "en", in: "labels.yaml"),
  ]

  @Test func theBaseIsSound() throws {
    #expect(try RuleFolder.problems() == [])
  }

  @Test(arguments: checks + others)
  func refused(_ bad: Bad) throws {
    let text = try #require(RuleFolder.sound[bad.file])
    let changed = text.replacing(bad.old, with: bad.new, maxReplacements: 1)
    #expect(changed != text)
    let problems = try RuleFolder.problems([bad.file: changed])
    let problem = try #require(problems.first { $0.file == bad.file })
    #expect("\(problem.line):\(problem.column)" == "\(bad.line):\(bad.column)")
    #expect(problem.message.en.contains(bad.word), "\(problem.message.en)")
    #expect(!problem.message.vi.isEmpty)
  }

  @Test func judgingReadsNoExamples() throws {
    let broken = RuleFolder.check.replacing("expect: unknown", with: "expect: nothing")
    let pack = try RuleFolder.load(["checks/link.yaml": broken], withExamples: false)
    #expect(pack.checks.map(\.examples.count) == [0])
    #expect(throws: RulePackError.self) { try RuleFolder.load(["checks/link.yaml": broken]) }
    let none = RuleFolder.check.replacing("examples:", with: "samples:")
    #expect(throws: RulePackError.self) {
      try RuleFolder.load(["checks/link.yaml": none], withExamples: false)
    }
    let behind = RuleFolder.check + "monotone: true\n"
    #expect(throws: RulePackError.self) {
      try RuleFolder.load(["checks/link.yaml": behind], withExamples: false)
    }
  }

  @Test func missingAndStrayFiles() throws {
    #expect(try RuleFolder.problems(without: ["labels.yaml"]).map(\.file) == ["labels.yaml"])
    #expect(try RuleFolder.problems(without: ["profiles/drafting.yaml"]).map(\.file) == ["profiles"])
    let problems = try RuleFolder.problems(without: ["checks/link.yaml"])
    #expect(problems.contains { $0.file == "profiles/drafting.yaml" && $0.line == 5 })
    #expect(try RuleFolder.problems(["checks/note.txt": ""]).map(\.file) == ["checks/note.txt"])
    #expect(try RuleFolder.problems(["checks/link.yaml": ""]).contains { $0.file == "checks/link.yaml" })
    #expect(throws: RulePackError.self) { try RulePack(folder: "/nonexistent") }
  }

  @Test func views() throws {
    func problem(_ name: String, _ sql: String) throws -> RuleProblem? {
      try RuleFolder.problems(["views/\(name).sql": sql]).first
    }
    #expect(try problem("up", "SELECT name FROM network_interface WHERE carrier = 1\n") == nil)
    #expect(try problem("radio", "SELECT 1 AS a FROM usb_device\n")?.message.en.contains("shadows") == true)
    let typo = try problem("up", "-- links\nSELECT nome\nFROM network_interface\n")
    #expect(typo?.line == 2 && typo?.column == 8)
    #expect(try problem("up", "SELECT name FROM network_interface; DROP TABLE radio")?.column == 37)
    #expect(
      try problem("up", "SELECT name FROM network_interface WHERE NOT EXISTS (SELECT 1 FROM radio)")?
        .message.en.contains("monotone") == true)
  }
}
