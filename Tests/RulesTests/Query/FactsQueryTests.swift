import Facts
import Testing

@testable import Rules

@Suite struct FactsQueryTests {
  let store: FactsStore

  init() throws {
    store = try FactsStore()
    try store.insert(MachineIdentity(component: .disk, name: "serial", value: "Ổ đĩa 1"))
  }

  private func run(_ sql: String, seconds: Double = 10) throws -> QueryResult {
    try FactsQuery(facts: store).run(sql, seconds: seconds)
  }

  @Test func rows() throws {
    let result = try run("SELECT component, value, NULL AS n, 7 AS i FROM machine_identity;")
    #expect(result.columns == ["component", "value", "n", "i"])
    #expect(result.rows == [[.text("disk"), .text("Ổ đĩa 1"), .null, .integer(7)]])
    #expect(try run("WITH a AS (SELECT 1 AS x) SELECT x FROM a").rows == [[.integer(1)]])
  }

  @Test func viewsOfThePack() throws {
    let views = try TestPack.pack().views
    #expect(try FactsQuery(facts: store, views: views).run("SELECT * FROM connection").rows.isEmpty)
    #expect(try FactsQuery(facts: store, views: views).run("SELECT * FROM secret_document").rows.isEmpty)
  }

  @Test(arguments: [
    "", "-- only a comment", "PRAGMA query_only = 0", "PRAGMA table_list", "ATTACH '/tmp/x' AS x",
    "DELETE FROM machine_identity", "INSERT INTO radio DEFAULT VALUES", "DROP TABLE radio",
    "WITH a AS (SELECT 1) DELETE FROM machine_identity", "SELECT 1; DELETE FROM machine_identity",
    "SELECT 1; SELECT 2", "EXPLAIN SELECT 1", "CREATE TEMP VIEW radio AS SELECT 1", "VACUUM INTO '/tmp/x'",
    "SELECT 1\0; DELETE FROM machine_identity",
  ])
  func refused(_ sql: String) throws {
    #expect(throws: QueryError.notASelect) { try run(sql) }
    #expect(try run("SELECT count(*) FROM machine_identity").rows == [[.integer(1)]])
  }

  @Test func invalid() {
    #expect(throws: QueryError.invalid("no such table: usb")) { try run("SELECT 1 FROM usb") }
    #expect(throws: QueryError.self) { try run("SELECT load_extension('x')") }
    #expect(throws: QueryError.self) { try run("SELECT hex(zeroblob(1000000))") }
  }

  @Test func endless() {
    let sql = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    let elapsed = ContinuousClock().measure {
      #expect(throws: QueryError.timedOut) { try run(sql, seconds: 0.2) }
    }
    #expect(elapsed < .seconds(5))
    let rows = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
    #expect(throws: QueryError.self) { try run(rows) }
  }

  @Test func sealedFactsCannotBeWritten() throws {
    try withTemporaryFile { path in
      let sealed = try Seal.seal(store, to: path)
      let query = FactsQuery(facts: sealed, views: try TestPack.pack().views)
      #expect(try query.run("SELECT value FROM machine_identity").rows == [[.text("Ổ đĩa 1")]])
      #expect(throws: QueryError.notASelect) { try query.run("DELETE FROM machine_identity") }
      #expect(try Seal.digest(ofFile: path) == sealed.digest)
    }
  }
}
