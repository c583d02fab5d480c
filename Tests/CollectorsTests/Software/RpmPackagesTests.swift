@testable import Collectors
import Facts
import LinuxHost
import TestSupport
import Testing

@Suite struct RpmPackagesTests {
  private static let answer =
    "- { command: '\(RpmPackages.call.line)', status: 0, output: \"kesl\\t12.1\\tAO Kaspersky Lab\\nbash\\t5.1\\tRed Hat, Inc.\\ngpg-pubkey\\t1\\t(none)\\n\" }\n"

  @Test func asksRpmWhereTheDatabaseIsOfAnOlderForm() throws {
    let tree = try TemporaryTree().file("/etc/x").file("/var/lib/rpm/Packages", "BDB").commands(Self.answer)
    let result = try SoftwareOriginCollector.run(on: tree)
    #expect(result.status == .complete, "\(result.gaps)")
    #expect(result.rows(SoftwareTrace.self).map(\.name) == ["kesl"])
    #expect(result.rows(SoftwareTrace.self).map(\.vendor) == ["AO Kaspersky Lab"])
  }

  @Test func aProductIsFoundByItsRpmPackage() throws {
    let tree = try TemporaryTree().folder("/usr/bin").file("/etc/x").file("/var/lib/rpm/Packages", "BDB")
      .commands(Self.answer)
    let rows = try AntivirusCollector.run(on: tree).rows(AntivirusProduct.self)
    #expect(rows.contains { $0.product.contains("Kaspersky") && $0.present })
  }

  @Test func aDatabaseThatNobodyCanReadIsAGap() throws {
    let tree = try TemporaryTree().file("/etc/x").file("/var/lib/rpm/Packages", "BDB")
    let result = try SoftwareOriginCollector.run(on: tree)
    #expect(result.status == .incomplete && result.gaps.map(\.path) == ["/var/lib/rpm/Packages"])
  }

  @Test func withoutRpmThereIsNothing() throws {
    let tree = try TemporaryTree().file("/etc/x")
    let result = try SoftwareOriginCollector.run(on: tree)
    #expect(result.status == .complete && result.rows(SoftwareTrace.self).isEmpty)
  }
}
