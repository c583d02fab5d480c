import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct ZypperCollectorTests {
  private func tree() throws -> TemporaryTree {
    try TemporaryTree().file("usr/bin/zypper", "x")
      .file(
        "etc/zypp/repos.d/oss.repo",
        "[oss]\nbaseurl=https://download.example.org/oss\n[dvd]\nbaseurl=hd:/?device=/dev/sr0\n")
  }

  @Test func indexesAndPackagesOfAServer() throws {
    let tree = try tree()
      .file("var/cache/zypp/raw/oss/repodata/repomd.xml", "<repomd/>", at: 1_779_246_600)
      .file("var/log/zypp/history", "2026-05-20 10:10:00|install|vim|9.0|x86_64|root@a|oss|abc|\n")
    let result = try ZypperCollector.run(on: tree)
    let rows: [NetworkContact] = result.rows()
    #expect(result.status == .complete)
    #expect(rows.map(\.kind) == [.packageIndex, .packageDownload])
    #expect(rows.allSatisfy { $0.peer == "download.example.org" && $0.lastSeen == 1_779_246_600 })
    #expect(result.rows(Coverage.self).map(\.entries) == [1])
  }

  @Test func aDiscBesideAServerIsInnocent() throws {
    let tree = try tree()
      .file("var/cache/zypp/raw/dvd/repodata/repomd.xml", "<repomd/>")
      .file("var/log/zypp/history", "2026-05-20 10:10:00|install|vim|9.0|x86_64|root@a|dvd|abc|\n")
    #expect(try ZypperCollector.run(on: tree).rows(NetworkContact.self).isEmpty)
  }

  @Test func absenceIsKnownOrNamed() throws {
    #expect(try ZypperCollector.run(on: TemporaryTree()).status == .doesNotExist)
    #expect(try ZypperCollector.run(on: tree()).reason == .expectedButAbsent)
  }
}
