import Facts
import Foundation
import Rules
import TestSupport
import Testing

@testable import Reports

@Suite struct JSONReportTests {
  func json(_ sample: SampleOutcome = .init(), _ options: ReportOptions = .init()) -> String {
    JSONReport(outcome: sample.outcome(), options: options).render()
  }

  func schema() throws -> Data {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try Data(contentsOf: root.appendingPathComponent("schemas/report-1.schema.json"))
  }

  @Test func followsThePublishedSchema() throws {
    let schema = try JSONSchema(schema())
    var clean = SampleOutcome()
    clean.findings = false
    var bare = SampleOutcome()
    bare.nature = .root
    bare.uid = 1000
    bare.collectedAt = .max
    bare.answers = []
    var watched = SampleOutcome()
    watched.occasion = .selfCheck
    watched.journalHead = "7:" + String(repeating: "3d", count: 32)
    for sample in [SampleOutcome(), clean, bare, watched] {
      #expect(try schema.problems(Data(json(sample).utf8)) == [])
    }
  }

  @Test func schemaRefusesWhatIsNotAReport() throws {
    let schema = try JSONSchema(schema())
    let good = json()
    let changes = [
      ("\"airseal-report-1\"", "\"airseal-report-2\""), ("\"exit_code\" : 2", "\"exit_code\" : 7"),
      ("\"non_compliant\"", "\"maybe\""), ("\"counts\"", "\"count\""), ("\"signs\"", "5"),
      ("\"can_be_stamped\" : true", "\"can_be_stamped\" : 1"),
    ]
    for (old, new) in changes {
      let text = good.replacing(old, with: new)
      #expect(text != good, "\(old)")
      #expect(try !schema.problems(Data(text.utf8)).isEmpty, "\(old)")
    }
  }

  @Test func schemaNamesEveryCode() throws {
    let text = String(decoding: try schema(), as: UTF8.self)
    let codes =
      Reason.allCases.map(\.rawValue) + CollectionStatus.allCases.map(\.rawValue)
      + Fitness.allCases.map(\.rawValue)
      + Violation.allCases.map(\.rawValue) + RuleResult.Status.allCases.map(\.rawValue)
      + Effect.allCases.map(\.rawValue) + Severity.allCases.map(\.rawValue)
      + ScanNature.allCases.map(\.rawValue) + ScanOccasion.allCases.map(\.rawValue)
      + MachineComponent.allCases.map(\.rawValue)
    for code in codes { #expect(text.contains("\"\(code)\""), "\(code)") }
  }

  @Test func ledgerGapsAndSystemShowEveryColumn() throws {
    let data = Data(json().utf8)
    let report = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let machine = try #require(report["machine"] as? [String: Any])
    let ledger = try #require(report["collection"] as? [[String: Any]])
    let gaps = try #require(report["gaps"] as? [[String: Any]])
    let identity = try #require(machine["identity"] as? [[String: Any]])
    let parts = [
      (ledger, CollectionRecord.table), (gaps, CollectionGap.table), (identity, MachineIdentity.table),
    ]
    for (rows, table) in parts {
      #expect(try Set(#require(rows.first).keys) == Set(table.columns.map(\.name)), "\(table.name)")
    }
    let system = try #require(machine["operating_system"] as? [String: Any])
    let required = OperatingSystem.table.columns.filter { !$0.isOptional }.map(\.name)
    #expect(Set(system.keys).isSuperset(of: required))
    #expect(Set(system.keys).isSubset(of: OperatingSystem.table.columns.map(\.name)))
  }

  @Test func nothingIsCutAndMembersAreSorted() throws {
    var sample = SampleOutcome()
    sample.contacts = 3000
    let text = json(sample)
    #expect(text.contains("203.0.113.2999"))
    let names = ["\"actions\"", "\"answers\"", "\"asked\"", "\"scan\" :", "\"schema\""]
    let places = try names.map { try #require(text.range(of: $0)?.lowerBound) }
    #expect(places == places.sorted())
  }

  @Test func carriesNamesWholeButHarmless() throws {
    var sample = SampleOutcome()
    sample.ssid = "a\u{1B}[2J\u{9B}\u{202E}\u{E0041}é"
    let text = json(sample)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !Printable.isUnsafe($0) })
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let editions = try #require(object?["editions"] as? [[String: Any]])
    let results = try #require(editions[0]["results"] as? [[String: Any]])
    let evidence = try #require(results[0]["evidence"] as? [[String: Any]])
    let columns = try #require(evidence[0]["columns"] as? [String: Any])
    #expect(columns["name"] as? String == sample.ssid)
  }
}
