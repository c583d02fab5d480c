import Facts
import TestSupport
import Testing

@Suite struct SchemaTests {
  @Test func namesAreSingularSnakeCaseAndUnique() {
    let names = Schema.tables.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names + Schema.tables.flatMap(\.columns).map(\.name) {
      #expect(name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil, "\(name)")
    }
  }

  @Test func everyTableIsStrictAndTakesAnEmptyRowOfNone() throws {
    let store = try FactsStore()
    #expect(throws: (any Error).self) {
      try store.insert(
        into: DnsServer.table, ["address": .text("x"), "path": .null, "scope": .text("public")])
    }
    #expect(throws: (any Error).self) {
      try store.insert(
        into: DnsServer.table, ["address": .text("x"), "path": .text("y"), "scope": .text("nowhere")])
    }
  }

  /// A schema that differs from its version's needs the next version.
  @Test func aChangedSchemaHasANewVersion() throws {
    let statements = Schema.tables.map { $0.sql + ";" }.joined(separator: "\n\n") + "\n"
    try assertSnapshot(statements, "schema-\(Schema.version).sql")
  }
}
