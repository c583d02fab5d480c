import Foundation
import Rules

/// A small sound pack in a temporary folder, whose files tests replace.
struct RuleFolder {
  static let check = """
    id: link
    method: query
    title: { vi: a, en: a }
    statement: { vi: a, en: a }
    severity: high
    existence: none_exist
    query: |
      SELECT name, address
      FROM network_interface
      WHERE carrier = 1
    subject: [name]
    message: { vi: "{name}", en: "{name}" }
    remediation: { vi: a, en: a }
    examples:
      - expect: fail
        given: { network_interface: [{ name: eth0, carrier: 1 }] }
      - expect: pass
        given: {}
      - expect: unknown
        given: { network_interface: { status: error } }

    """
  static let edition = """
    id: "2018"
    instrument: 29/2018/QH14
    title: { vi: a, en: a }
    in_force_from: 2020-07-01
    violation_check: link
    clauses:
      - clause: { vi: a, en: a }
        statement: { vi: a, en: a }
        status: automated
        checks: [link]

    """
  static let profile = """
    id: drafting
    title: { vi: a, en: a }
    summary: { vi: a, en: a }
    effects:
      link: required

    """
  static let sound = [
    "checks/link.yaml": check, "controls/a.yaml": edition, "profiles/drafting.yaml": profile,
    "labels.yaml": "grade:\n  A: { vi: a, en: a }\n",
  ]

  /// Loads the sound pack with some files replaced or left out.
  static func load(
    _ changes: [String: String] = [:], without: Set<String> = [], withExamples: Bool = true
  ) throws -> RulePack {
    let manager = FileManager.default
    let root = manager.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { do { try manager.removeItem(at: root) } catch {} }
    for (name, text) in sound.merging(changes, uniquingKeysWith: { $1 }) where !without.contains(name) {
      let url = root.appendingPathComponent(name)
      try manager.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return try RulePack(folder: root.path, withExamples: withExamples)
  }

  /// The problems of the sound pack with some files replaced or left out.
  static func problems(
    _ changes: [String: String] = [:], without: Set<String> = []
  ) throws -> [RuleProblem] {
    do {
      _ = try load(changes, without: without)
      return []
    } catch let error as RulePackError {
      return error.problems
    }
  }
}
