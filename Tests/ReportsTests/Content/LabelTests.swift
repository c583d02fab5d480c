import Facts
import Foundation
import Rules
import TestSupport
import Testing

/// Every code that a report can show has a name in both languages.
@Suite struct LabelTests {
  @Test func codesOfFactTables() throws {
    let labels = try RulePack(folder: Built.rules).labels
    let hidden: Set<String> = ["operstate", "bus", "family"]
    for table in Schema.tables {
      #expect(labels.has("table.\(table.name)"), "table.\(table.name)")
      for column in table.columns where column.kind == .text && !hidden.contains(column.name) {
        for code in column.allowed {
          let name = "\(column.name).\(code)"
          #expect(labels.has(name), "\(table.name): \(name)")
          #expect(!labels.text(name).vi.isEmpty && !labels.text(name).en.isEmpty)
        }
      }
    }
  }
}
