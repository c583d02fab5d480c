import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct DnfCollectorTests {
  @Test func readsIndexesAndLog() throws {
    let tree = try TemporaryTree().folder("var/lib/rpm").file("usr/bin/dnf", "x")
      .file(
        "etc/yum.repos.d/a.repo",
        "[fedora]\nmetalink=https://mirrors.example.org/metalink?x=1\n[dvd]\nbaseurl=file:///media/dvd\n"
      )
      .file(
        "var/cache/dnf/fedora-0123456789abcdef/repodata/repomd.xml",
        "<repomd><revision>1779275000</revision></repomd>", at: 1_779_275_000
      )
      .file("var/cache/dnf/dvd-0123456789abcdef/repodata/repomd.xml", "<repomd></repomd>")
      .file("var/log/dnf.log", "2026-05-16T09:12:31+0700 DEBUG repo: downloading from remote: fedora\n")
    let found = try DnfCollector.run(on: tree)
    let rows: [NetworkContact] = found.rows()
    #expect(found.status == .complete)
    #expect(rows.map(\.peer) == ["mirrors.example.org"])
    #expect(rows.map(\.grade) == [.a])
    #expect(rows.map(\.occurrences) == [2])
    let coverage: [Coverage] = found.rows()
    #expect(coverage.map(\.entries) == [1])
  }

  @Test func absenceIsKnownOrNamed() throws {
    #expect(try DnfCollector.run(on: TemporaryTree().packages("apt")).status == .doesNotExist)
    #expect(try DnfCollector.run(on: TemporaryTree().packages("dnf")).reason == .expectedButAbsent)
  }
}
