import Facts
import TestSupport
import Testing

@testable import Collectors

struct UserDataCollectorTests {
  private static let passwd = "root:x:0:0:root:/root:/bin/bash\nan:x:1000:1000:An:/home/an:/bin/bash\n"

  @Test func namesWhoHasNoAccount() throws {
    let tree = try TemporaryTree().file("etc/passwd", Self.passwd).file("home/an/a.txt", "x")
      .file("home/binh/b.txt", "x").folder("home/lost+found").folder("home/rong")
      .file("media/an/disk/Users/Chi/NTUSER.DAT", "x").file("media/an/disk/Users/Public/a", "x")
      .file("mnt/cu/home/dung/x", "x")
    let rows = try UserDataCollector.run(on: tree).rows(ForeignData.self)
    #expect(rows.map(\.path) == ["/home/binh", "/mnt/cu/home/dung", "/media/an/disk/Users/Chi"])
    #expect(rows.map(\.data) == [.homeFolder, .otherHome, .windowsProfile])
  }

  @Test func aMachineWithItsOwnPeopleHasNone() throws {
    let tree = try TemporaryTree().file("etc/passwd", Self.passwd).file("home/an/a.txt", "x")
    let result = try UserDataCollector.run(on: tree)
    #expect(result.status == .complete && result.facts.isEmpty)
  }

  @Test func aClosedFolderIsAGap() throws {
    let tree = try TemporaryTree().file("etc/passwd", Self.passwd).file("home/binh/b.txt", "x")
      .mark("home/binh", mode: 0o700, owner: 0)
    tree.readAs = 65534
    #expect(try UserDataCollector.run(on: tree).status == .incomplete)
  }

  @Test func filesOfUnknownOwnersAreCounted() throws {
    let tree = try TemporaryTree().file("etc/passwd", Self.passwd).file("data/a.txt", "x", owner: 1000)
      .file("data/b.txt", "x", owner: 1234).file("data/c.txt", "x", owner: 1234)
    let options = CollectorOptions(
      rules: Built.rules, worker: try #require(BuiltProgram.path("airseal-parse")))
    let host = try tree.host()
    let rows = try Collected(DocumentCollector.tables) {
      try DocumentCollector(options).collect(from: host, into: $0)
    }.rows(ForeignData.self)
    #expect(rows.map(\.person) == ["1234"] && rows.map(\.files) == [2])
  }
}
