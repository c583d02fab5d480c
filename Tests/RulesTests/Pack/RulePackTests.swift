import Facts
import Testing

@testable import Rules

@Suite struct RulePackTests {
  @Test func loads() throws {
    let pack: RulePack
    do { pack = try TestPack.pack() } catch let error as RulePackError {
      Issue.record("\(error)")
      return
    }
    #expect(pack.checks.count >= 40)
    #expect(pack.checks.map(\.id) == pack.checks.map(\.id).sorted())
    #expect(pack.editions.map(\.id) == ["2018", "2025"])
    #expect(pack.profiles.map(\.id) == ["drafting", "independent-lan", "intake", "medium", "office"])
    #expect(pack.digest.count == 64)
  }

  @Test func editionsBeginAtMidnightInVietNam() throws {
    let editions = try TestPack.pack().editions
    #expect(editions[0].inForceFrom == 1_593_536_400)
    #expect(editions[0].inForceUntil == 1_772_298_000)
    #expect(editions[0].connectedSince == 0)
    #expect(editions[1].inForceFrom == 1_772_298_000)
    #expect(editions[1].inForceUntil == nil)
    #expect(editions[1].connectedSince == 1_772_298_000)
  }

  @Test func everyCheckHasAClauseInEachEdition() throws {
    let pack = try TestPack.pack()
    for edition in pack.editions {
      let named = Set(edition.clauses.flatMap(\.checks))
      #expect(named == Set(pack.checks.map(\.id)), "\(edition.id)")
    }
  }

  @Test func tablesComeFromSQLiteThroughViews() throws {
    let tables = try TestPack.pack().checkTables
    #expect(
      tables["secret_on_connected_machine"] == [
        "document_scan", "marking", "network_contact", "network_interface", "picture_folder", "scan",
      ])
    #expect(tables["software_licence"] == [])
  }

  @Test func digestCoversNamesAndContents() throws {
    let digest = try RuleFolder.load().digest
    #expect(try RuleFolder.load().digest == digest)
    #expect(try RuleFolder.load(["labels.yaml": "grade:\n  A: { vi: b, en: a }\n"]).digest != digest)
    #expect(try RuleFolder.load(["data/support.yaml": ""]).digest != digest)
  }

  @Test func neverTellsToDestroyData() throws {
    for check in try TestPack.pack().checks {
      let text = check.remediation.vi.replacing("không tự xoá dữ liệu", with: "")
      #expect(!text.localizedCaseInsensitiveContains("xoá"), "\(check.id)")
    }
  }

  @Test(arguments: try TestPack.pack().checks.map(\.id))
  func examples(_ id: String) throws {
    let pack = try TestPack.pack()
    guard let check = pack.check(id) else { throw TestFailure(id) }
    for (index, example) in check.examples.enumerated() {
      let status = try ExampleRun(pack: pack).status(of: check, example)
      #expect(status == example.expect, "\(id), example \(index + 1)")
    }
  }

  /// More facts never take a finding of a monotone check away.
  @Test(arguments: try TestPack.pack().checks.map(\.id))
  func monotony(_ id: String) throws {
    let pack = try TestPack.pack()
    guard let check = pack.check(id), case .query(_, let existence, true) = check.method else { return }
    let found: RuleResult.Status = existence == .noneExist ? .fail : .pass
    for example in check.examples where example.expect == found {
      for other in check.examples where other.statuses.isEmpty {
        var rows = example.rows
        for (table, more) in other.rows where table != Scan.table.name { rows[table, default: []] += more }
        let union = Check.Example(
          expect: found, rows: rows, statuses: [:], collectedAt: example.collectedAt,
          connectedSince: example.connectedSince,
          signatureAge: example.signatureAge)
        #expect(try ExampleRun(pack: pack).status(of: check, union) == found, "\(id)")
      }
    }
  }

  /// A cell that is not known never turns a violation into a pass.
  @Test(arguments: try TestPack.pack().checks.map(\.id))
  func nullCellsNeverPass(_ id: String) throws {
    let pack = try TestPack.pack()
    guard let check = pack.check(id) else { throw TestFailure(id) }
    for example in check.examples where example.expect == .fail {
      for (table, rows) in example.rows {
        let optional = (Schema.table(table)?.columns ?? []).filter(\.isOptional).map(\.name)
        for (index, row) in rows.enumerated() {
          for column in optional where row[column] != nil {
            var changed = example.rows
            changed[table]?[index][column] = .null
            let blanked = Check.Example(
              expect: .fail, rows: changed, statuses: example.statuses,
              collectedAt: example.collectedAt, connectedSince: example.connectedSince,
              signatureAge: example.signatureAge)
            let status = try ExampleRun(pack: pack).status(of: check, blanked)
            #expect(status == .fail, "\(id): \(table).\(column)")
          }
        }
      }
    }
  }

  /// Each nullable column that a query reads stands in some failing example, so that the test above sees it.
  @Test func failingExamplesFillEveryNullableColumn() throws {
    let pack = try TestPack.pack()
    let inspector = try SqlInspector(views: pack.views.map { ($0.name, $0.sql) })
    var unfilled: [String] = []
    for check in pack.checks {
      guard case .query(let sql, _, _) = check.method else { continue }
      for (table, columns) in try inspector.inspect(SqlStatement(sql)).reads {
        for column in Schema.table(table)?.columns ?? []
        where column.isOptional && columns.contains(column.name) {
          let isFilled = check.examples.contains { example in
            example.expect == .fail
              && (example.rows[table] ?? []).contains { $0[column.name] ?? .null != .null }
          }
          if !isFilled { unfilled.append("\(check.id): \(table).\(column.name)") }
        }
      }
    }
    #expect(unfilled == [])
  }
}
