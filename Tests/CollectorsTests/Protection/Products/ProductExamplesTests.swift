@testable import Collectors
import Facts
import Foundation
import LinuxHost
import TestSupport
import Testing

/// Every sample answer in `rules/antivirus/` gives the row that its file says; and no answer at all is never a state.
@Suite struct ProductExamplesTests {
  private static let now: Int64 = 1_781_488_800
  private static let described = Result {
    try DataFile.all(ProductDescription.self, in: "antivirus", .test).filter { $0.value.reader == nil }
  }

  private static func files() throws -> [String] { try described.get().map(\.name) }

  private static func description(_ file: String) throws -> ProductDescription {
    try #require(described.get().first { $0.name == file }).value
  }

  private static func examples() throws -> [(file: String, example: String)] {
    try described.get().flatMap { file in (file.value.examples ?? []).map { (file.name, $0.name) } }
  }

  @Test(arguments: try examples())
  func example(file: String, name: String) throws {
    let description = try Self.description(file)
    let example = try #require(description.examples?.first { $0.name == name })
    let commands = (description.ask ?? []).compactMap { question -> String? in
      guard let call = question.call, let answer = example.answers[question.id] else { return nil }
      return Self.command(call.line, answer)
    }
    let result = try run(description, commands, record: example.record)
    let row = try #require(result.rows(AntivirusProduct.self).first)
    var cells = try Self.cells(row)
    cells["status"] = result.status.rawValue
    cells["reason"] = result.reason.rawValue
    for (column, value) in example.expect { #expect(cells[column] ?? "" == value, "\(column)") }
    #expect(row.product == description.product && row.present)
    let gaps = result.gaps.map { "\($0.path) \($0.reason)" }
    #expect(example.expect["status"] != nil, "\(gaps)")
    if example.expect["status"] == "complete" { #expect(gaps == []) }
  }

  @Test(arguments: try files())
  func everyFileHasTheExamplesThatMatter(file: String) throws {
    let names = Set((try Self.description(file).examples ?? []).map(\.name))
    #expect(names.isSuperset(of: ["good", "expired", "old", "disabled"]))
  }

  @Test(arguments: try files(), ["silent", "failing", "garbage", "hanging", "missing"])
  func noAnswerIsNoState(file: String, kind: String) throws {
    let description = try Self.description(file)
    let reasons: [String: Reason] = [
      "silent": .readFailed, "failing": .readFailed, "garbage": .damaged, "hanging": .timedOut,
      "missing": .needsRunningKernel,
    ]
    let commands = (description.ask ?? []).compactMap(\.call?.line).compactMap { line -> String? in
      switch kind {
      case "silent": Self.command(line, "")
      case "failing": "- { command: '\(line)', status: 1, output: '' }\n"
      case "garbage": Self.command(line, "\u{FFFD}%$ 42: 7\n{]\n")
      case "hanging": "- { command: '\(line)' }\n"
      default: nil
      }
    }
    let result = try run(description, commands, record: nil)
    let row = try #require(result.rows(AntivirusProduct.self).first)
    #expect(row.present && !row.enabled && row.licence == .unknown && row.signatures == .missing)
    #expect(row.signaturesAt == nil && row.licenceEnd == nil && row.realTime == .unknown)
    #expect(result.status == .incomplete)
    #expect(result.gaps.map(\.reason).contains(reasons[kind] ?? .none), "\(result.gaps)")
  }

  private func run(
    _ description: ProductDescription, _ commands: [String], record: ProductExample.Record?
  ) throws -> Collected {
    let path = try #require(description.detect.paths?.first)
    let tree = try TemporaryTree(collectedAt: Self.now).folder("/usr/bin").file(path, mode: 0o755)
      .commands(commands.isEmpty ? "[]\n" : commands.joined())
    var options = CollectorOptions.test
    options.machine = "m"
    if let record {
      let declared = AntivirusRecord(
        product: description.product, licenceEnd: record.licenceEnd, licenceHolder: record.holder,
        signaturesAt: record.signaturesAt, enabled: true, statement: "x", inspector: "a", unit: "b",
        machine: "m", issued: Self.now, expires: Self.now + 1)
      options.antivirusRecords = [SignedAntivirusRecord(record: declared, isTest: true)]
    }
    return try AntivirusCollector.run(on: tree, options)
  }

  private static func command(_ line: String, _ output: String) -> String {
    let text = output.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return "- { command: '\(line)', status: 0, output: \"\(text)\" }\n"
  }

  private static func cells(_ row: AntivirusProduct) throws -> [String: String] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let object = try JSONSerialization.jsonObject(with: encoder.encode(row)) as? [String: Any] ?? [:]
    return object.mapValues { value in
      if let number = value as? NSNumber { return "\(number.int64Value)" }
      return "\(value)"
    }
  }
}
