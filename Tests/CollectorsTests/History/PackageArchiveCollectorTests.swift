import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct PackageArchiveCollectorTests {
  private func grades(_ source: String, _ package: String = "apt") throws -> [Grade] {
    let tree = try TemporaryTree().packages(package).file("etc/apt/sources.list", source)
      .file("var/cache/apt/archives/vim_9.0_amd64.deb", "x", at: 1_779_246_600)
    return try PackageArchiveCollector.run(on: tree).rows(NetworkContact.self).map(\.grade)
  }

  @Test func fetchedFromAServer() throws {
    #expect(try grades("deb http://deb.example.org/debian x main\n") == [.a])
  }

  @Test func carriedHere() throws {
    #expect(try grades("deb cdrom:[Debian]/ x main\n") == [.c])
    #expect(try grades("deb http://deb.example.org/debian x main\n", "apt-offline") == [.c])
  }

  @Test func anEmptyCacheTellsNothing() throws {
    let tree = try TemporaryTree().packages("apt").folder("var/cache/apt/archives/partial")
    let result = try PackageArchiveCollector.run(on: tree)
    #expect(result.status == .complete && result.rows(NetworkContact.self).isEmpty)
  }

  @Test func aClosedCacheIsAGap() throws {
    let tree = try TemporaryTree().packages("apt").folder("var/cache/apt/archives", mode: 0o700, owner: 0)
    tree.readAs = 65_534
    #expect(try PackageArchiveCollector.run(on: tree).status == .incomplete)
  }
}
