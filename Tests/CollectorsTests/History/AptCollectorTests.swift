import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct AptCollectorTests {
  private let installed: Int64 = 1_777_858_200
  private let list = "var/lib/apt/lists/deb.debian.org_debian_dists_bookworm_InRelease"

  private func tree(_ sources: String, at time: Int64 = 1_779_275_000) throws -> TemporaryTree {
    try TemporaryTree().packages("apt").file("etc/machine-id", "x", at: installed)
      .file("etc/apt/sources.list", sources)
      .file("var/log/apt/history.log", "\nStart-Date: 2026-05-04  09:09:30\nEnd-Date: 2026-05-04  09:10:00\n")
      .file(
        list,
        "-----BEGIN PGP SIGNED MESSAGE-----\n\nOrigin: Debian\nSuite: stable\nDate: Sat, 16 May 2026 09:12:31 UTC\n",
        at: time)
  }

  private func contact(_ tree: TemporaryTree) throws -> NetworkContact? {
    let rows: [NetworkContact] = try AptCollector.run(on: tree).rows()
    #expect(rows.count <= 1)
    return rows.first
  }

  @Test func aListOfAPublicMirrorIsDatedByItsServer() throws {
    let tree = try tree("deb [signed-by=/x] http://deb.debian.org/debian bookworm main\n")
    let row = try #require(try contact(tree))
    #expect(row.kind == .packageIndex)
    #expect(row.grade == .a)
    #expect(row.serverDated)
    #expect(row.peerIsPublic)
    #expect(row.peer == "deb.debian.org")
    let coverage: [Coverage] = try AptCollector.run(on: tree).rows()
    #expect(coverage.map(\.firstEntry) == [1_777_860_570])
  }

  @Test func readsParagraphSources() throws {
    let tree = try tree("").file(
      "etc/apt/sources.list.d/debian.sources",
      "Types: deb\nURIs: http://deb.debian.org/debian\nSuites: bookworm\n")
    #expect(try contact(tree)?.grade == .a)
    try tree.file(
      "etc/apt/sources.list.d/debian.sources", "Enabled: no\nTypes: deb\nURIs: http://deb.debian.org/debian\n"
    )
    #expect(try contact(tree)?.grade == .c)
  }

  /// Lists that prove no exchange with a server.
  @Test func innocentLists() throws {
    let old = try #require(
      try contact(tree("deb http://deb.debian.org/debian x main", at: installed - 86_400)))
    #expect(old.grade == .c)
    #expect(old.beforeInstall)
    #expect(try contact(tree("deb cdrom:[Debian DVD]/ bookworm main"))?.grade == .c)
    let carried = try tree("deb http://deb.debian.org/debian x main").packages("apt", "apt-offline")
    #expect(try contact(carried)?.grade == .c)
    let inside = try tree("deb http://deb.debian.org/debian x main").file(
      "etc/hosts", "10.0.0.8 deb.debian.org\n")
    let row = try #require(try contact(inside))
    #expect(!row.peerIsPublic)
    #expect(!row.serverDated)
    for name in ["_media_stick_debian_dists_bookworm_InRelease", "Debian%20DVD_dists_bookworm_Release"] {
      let tree = try tree("deb file:/media/stick/debian bookworm main").remove(list)
        .file("var/lib/apt/lists/\(name)", "Date: Sat, 16 May 2026 09:12:31 UTC\n")
      #expect(try contact(tree) == nil)
    }
  }

  @Test func faultsAreNamed() throws {
    let garbage = try tree("deb http://deb.debian.org/debian x main").file(list, "rubbish")
    #expect(try AptCollector.run(on: garbage).gaps.map(\.reason) == [.damaged])
    let wiped = try tree("").remove("var/log/apt/history.log")
    #expect(try AptCollector.run(on: wiped).reason == .expectedButAbsent)
    #expect(try AptCollector.run(on: TemporaryTree().packages("rpm")).status == .doesNotExist)
  }
}
