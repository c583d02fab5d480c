import Crypto
import Facts
import Foundation
import GRDB
import LinuxHost
import TestSupport
import Testing

@testable import Collectors

struct PackageDigestsTests {
  private static let bytes = Array("of the package".utf8)
  private static let digest = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()

  private func contains(_ tree: TemporaryTree, _ path: String) throws -> Bool {
    let files = try tree.host().files
    let digests = PackageDigests(files)
    let found = try digests.contains(path, try files.open(path))
    #expect(digests.takeFailures().isEmpty)
    return found
  }

  @Test func pacman() throws {
    let list = """
      #mtree
      /set type=file uid=0 gid=0 mode=644
      ./.PKGINFO time=1.0 size=3 sha256digest=00
      ./usr/share/t\\303\\240i\\040li\\341\\273\\207u.pdf time=1.0 size=14 sha256digest=\(Self.digest)
      """
    let tree = try TemporaryTree().file("usr/share/tài liệu.pdf", bytes: Self.bytes)
      .file("usr/share/khác.pdf", bytes: Self.bytes)
    try tree.file("tmp/list", list).folder("var/lib/pacman/local/a-1")
    let packed = try Run(
      "/bin/sh", ["-c", "gzip -nc \(tree.real("tmp/list")) > \(tree.real("var/lib/pacman/local/a-1/mtree"))"])
    #expect(packed.status == 0)
    #expect(try contains(tree, "/usr/share/tài liệu.pdf"))
    #expect(try !contains(tree, "/usr/share/khác.pdf"))
  }

  @Test func rpm() throws {
    let tree = try TemporaryTree().file("usr/share/doc/a.pdf", bytes: Self.bytes)
      .file("usr/share/doc/b.pdf", bytes: Self.bytes + [0]).folder("var/lib/rpm")
    let header = Self.header(names: ["a.pdf", "b.pdf"], folder: "/usr/share/doc/", digest: Self.digest)
    let database = try DatabaseQueue(path: tree.real("var/lib/rpm/rpmdb.sqlite"))
    try database.write { database in
      try database.execute(sql: "CREATE TABLE Packages (hnum INTEGER PRIMARY KEY, blob BLOB)")
      try database.execute(sql: "INSERT INTO Packages VALUES (1, ?)", arguments: [Data(header)])
    }
    try database.close()
    #expect(try contains(tree, "/usr/share/doc/a.pdf"))
    #expect(try !contains(tree, "/usr/share/doc/b.pdf"))
  }

  /// A header with the four tags that name files and digests.
  private static func header(names: [String], folder: String, digest: String) -> [UInt8] {
    func big(_ value: Int) -> [UInt8] { withUnsafeBytes(of: UInt32(value).bigEndian) { Array($0) } }
    func texts(_ texts: [String]) -> [UInt8] { texts.flatMap { Array($0.utf8) + [0] } }
    let values: [(tag: Int, kind: Int, count: Int, data: [UInt8])] = [
      (1116, 4, names.count, names.flatMap { _ in big(0) }), (1117, 8, names.count, texts(names)),
      (1118, 8, 1, texts([folder])), (1035, 8, names.count, texts(names.map { _ in digest })),
    ]
    var index: [UInt8] = []
    var data: [UInt8] = []
    for value in values {
      index += big(value.tag) + big(value.kind) + big(data.count) + big(value.count)
      data += value.data
    }
    return big(values.count) + big(data.count) + index + data
  }
}
