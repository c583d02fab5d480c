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

  @Test func itsHistoryNamesRepositories() throws {
    let tree = try TemporaryTree().folder("var/lib/rpm").file("usr/bin/dnf", "x")
      .file(
        "etc/yum.repos.d/a.repo",
        "[updates]\nmetalink=https://mirrors.example.org/x\n[dvd]\nbaseurl=file:///media/dvd\n"
      )
      .database(
        "var/lib/dnf/history.sqlite",
        """
        CREATE TABLE trans (id INTEGER, dt_begin INTEGER);
        CREATE TABLE repo (id INTEGER, repoid TEXT);
        CREATE TABLE trans_item (id INTEGER, trans_id INTEGER, repo_id INTEGER);
        INSERT INTO trans VALUES (1, 1779246600), (2, 1779333000);
        INSERT INTO repo VALUES (1, 'dvd'), (2, 'updates'), (3, '@commandline');
        INSERT INTO trans_item VALUES (1, 1, 1), (2, 2, 2), (3, 2, 3);
        """)
    let rows: [NetworkContact] = try DnfCollector.run(on: tree).rows()
    #expect(rows.map(\.name) == ["updates"])
    #expect(rows.map(\.kind) == [.packageDownload])
    #expect(rows.map(\.lastSeen) == [1_779_333_000])
  }

  @Test func absenceIsKnownOrNamed() throws {
    #expect(try DnfCollector.run(on: TemporaryTree().packages("apt")).status == .doesNotExist)
    #expect(try DnfCollector.run(on: TemporaryTree().packages("dnf")).reason == .expectedButAbsent)
  }
}
