import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct DpkgCollectorTests {
  @Test func tellsTheSpanOfTheLog() throws {
    let tree = try TemporaryTree().packages("dpkg").file(
      "var/log/dpkg.log", "2026-05-04 08:35:10 install a\n2026-05-04 09:10:00 install b\n")
    let rows: [Coverage] = try DpkgCollector.run(on: tree).rows()
    #expect(rows.map(\.entries) == [2])
    #expect(rows.map(\.lastEntry) == [1_777_860_600])
  }

  @Test func aMissingOrBrokenLogIsNamed() throws {
    let tree = try TemporaryTree().packages("dpkg").folder("var/log")
    #expect(try DpkgCollector.run(on: tree).reason == .expectedButAbsent)
    #expect(
      try DpkgCollector.run(on: tree.file("var/log/dpkg.log", "rubbish\n")).gaps.map(\.reason) == [.damaged])
  }
}
