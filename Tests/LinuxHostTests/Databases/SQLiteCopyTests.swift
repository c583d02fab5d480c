import Facts
import Foundation
import GRDB
import LinuxHost
import TestSupport
import Testing

struct SQLiteCopyTests {
  @Test func readsWhatStandsOnlyInTheLog() throws {
    let tree = try TemporaryTree().folder("a")
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
    let pool = try DatabasePool(path: tree.real("a/x.db"), configuration: configuration)
    try pool.write { try $0.execute(sql: "CREATE TABLE t (name TEXT); INSERT INTO t VALUES ('mật')") }
    let before = try Data(contentsOf: URL(fileURLWithPath: tree.real("a/x.db")))
    let copy = try SQLiteCopy(try tree.host().files, "/a/x.db")
    var rows: [[String]] = []
    try copy.each("SELECT name FROM t") { rows.append($0) }
    #expect(rows == [["mật"]])
    #expect(try copy.hasTable("t") && !copy.hasTable("u"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: tree.real("a/x.db"))) == before)
    try pool.close()
  }

  @Test func aDamagedOneIsAnError() throws {
    let tree = try TemporaryTree().file("a/x.db", "no database")
    let files = try tree.host().files
    #expect(throws: FileError(path: "/a/x.db", reason: .damaged)) { try SQLiteCopy(files, "/a/x.db") }
    #expect(throws: FileError.self) { try SQLiteCopy(files, "/a/none.db") }
  }
}
