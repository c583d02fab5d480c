import Crypto
import Facts
import Foundation
import LinuxHost
import TestSupport
import Testing

@testable import Collectors

struct DocumentCollectorTests {
  private static let rules = URL(filePath: #filePath).appending(path: "../../../../rules").standardizedFileURL
    .path
  private static let letter = "Số: 4/BC-UBND\nTỐI MẬT\nBÁO CÁO\n"

  private func collect(
    _ tree: TemporaryTree, worker: String? = nil, skips: Bool = false, patience: Duration = .seconds(30)
  ) throws -> Collected {
    let program = try worker ?? #require(BuiltProgram.path("airseal-parse"))
    let options = CollectorOptions(
      rules: Self.rules, worker: program, skipsDocuments: skips, ownPaths: [tree.real("home/own")])
    let host = try tree.host()
    return try Collected(DocumentCollector.tables) {
      try DocumentCollector(options, patience: patience).collect(from: host, into: $0)
    }
  }

  @Test func findsMarkingsInEveryFormat() throws {
    let tree = try TemporaryTree()
      .file("home/an/a.txt", Self.letter).file(
        "home/an/b.docx", bytes: SampleDocuments.docx([["TỐI M", "ẬT"]])
      )
      .file("home/an/c.odt", bytes: SampleDocuments.odt(["TỐI MẬT"]))
      .file("home/an/d.pdf", bytes: SampleDocuments.pdf(["TỐI MẬT"]))
      .file("home/an/e.jpg", bytes: SampleDocuments.pdf(["TỐI MẬT"]))
      .file("home/an/plain.txt", "hello").file(
        "home/an/clean.docx", bytes: SampleDocuments.docx([["xin chào"]]))
    let result = try collect(tree)
    #expect(result.status == .complete)
    let markings = result.rows(Marking.self)
    #expect(
      Set(markings.map(\.path))
        == Set(
          "abcd".map { "/home/an/\($0).\(["a": "txt", "b": "docx", "c": "odt", "d": "pdf"][$0] ?? "")" } + [
            "/home/an/e.jpg"
          ]))
    #expect(markings.allSatisfy { $0.level == .toiMat && $0.sha256.count == 64 })
    #expect(markings.first { $0.path == "/home/an/d.pdf" }?.page == 1)
    let scans = result.rows(DocumentScan.self)
    #expect(scans.allSatisfy { $0.status == .read })
    #expect(scans.contains { $0.path == "/home/an/clean.docx" && $0.type == "docx" })
    #expect(!scans.contains { $0.path == "/home/an/plain.txt" })
  }

  @Test func findsMarkingsInNames() throws {
    let tree = try TemporaryTree().file("home/an/VB MAT/05-BC (Mat).txt", "x")
    let markings = try collect(tree).rows(Marking.self)
    #expect(markings.map(\.part) == [.name, .name])
    #expect(markings.map(\.path).sorted() == ["/home/an/VB MAT", "/home/an/VB MAT/05-BC (Mat).txt"])
  }

  @Test func saysWhatItCannotRead() throws {
    var sheet = ZipBuilder()
    sheet.add("[Content_Types].xml", "<T/>")
    sheet.add("xl/a.xml", "<x/>")
    let tree = try TemporaryTree()
      .file(
        "home/an/old.doc",
        bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
      )
      .file("home/an/sheet.xlsx", bytes: sheet.finished()).file("home/an/note.rtf", "{\\rtf1 x}")
      .file("home/an/scan.pdf", bytes: SampleDocuments.pdf([""])).file(
        "home/an/broken.pdf", "%PDF-1.4 broken"
      )
      .file("var/log/old.gz", bytes: [0x1F, 0x8B, 8, 0, 0]).file(
        "usr/lib/x.so", bytes: [0x7F, 0x45, 0x4C, 0x46, 2])
    let result = try collect(tree)
    #expect(result.status == .incomplete && result.gaps.count == 5)
    let scans = result.rows(DocumentScan.self).sorted { $0.path < $1.path }
    #expect(
      scans.map(\.path)
        == ["broken.pdf", "note.rtf", "old.doc", "scan.pdf", "sheet.xlsx"].map { "/home/an/\($0)" })
    #expect(scans.map(\.reason) == [.damaged, .unsupported, .unsupported, .none, .unsupported])
    #expect(scans.map(\.status) == [.unreadable, .unreadable, .unreadable, .imageOnly, .unreadable])
  }

  @Test func leavesItsOwnFolderOut() throws {
    let result = try collect(try TemporaryTree().file("home/own/secret.txt", Self.letter))
    #expect(result.status == .complete && result.facts.isEmpty)
  }

  @Test func closedFilesMakeItIncomplete() throws {
    let tree = try TemporaryTree().file("home/an/a.txt", Self.letter, mode: 0o600, owner: 0)
    tree.readAs = 65534
    let result = try collect(tree)
    #expect(result.status == .incomplete)
    #expect(result.gaps.map(\.reason) == [.permissionDenied])
  }

  @Test func flagsUnchangedFilesOfPackages() throws {
    let unchanged = SampleDocuments.pdf([""])
    let digest = Insecure.MD5.hash(data: unchanged).map { String(format: "%02x", $0) }.joined()
    let tree = try TemporaryTree().file("usr/share/doc/a/a.pdf", bytes: unchanged)
      .file("usr/share/doc/a/b.pdf", bytes: unchanged + [0x0A])
      .file(
        "var/lib/dpkg/info/a.md5sums", "\(digest)  usr/share/doc/a/a.pdf\n\(digest)  usr/share/doc/a/b.pdf\n")
    let scans = try collect(tree).rows(DocumentScan.self)
    #expect(scans.map(\.packaged) == [true, false])
  }

  @Test func noWorkerIsNeverClean() throws {
    let tree = try TemporaryTree().file("home/an/a.txt", Self.letter)
    #expect(try collect(tree, worker: "/nonexistent/worker").status == .error)
    #expect(try collect(tree, worker: "/bin/false").status == .error)
    let skipped = try collect(tree, skips: true)
    #expect(skipped.status == .notCollected && skipped.reason == .skippedByUser)
  }

  @Test func keepsTextOutOfFacts() throws {
    let canary = "chim hoang yen 7391"
    let document = SampleDocuments.docx(
      [[canary], ["TỐI MẬT"]], title: canary,
      members: ["word/\(canary).xml": "<x/>", "word/header1.xml": "<broken \(canary)"])
    let tree = try TemporaryTree().file("home/an/a.docx", bytes: document)
      .file("home/an/b.docx", bytes: SampleDocuments.docx([[canary], ["TỐI MẬT"]], title: canary))
      .file("home/an/c.txt", "\(canary)\nTỐI MẬT\n").file(
        "home/an/d.pdf", bytes: SampleDocuments.pdf(["TỐI MẬT"], title: canary))
    let result = try collect(tree)
    #expect(result.rows(Marking.self).count == 3)
    #expect(result.rows(DocumentScan.self).count == 4)
    #expect(!"\(result.facts) \(result.gaps) \(result.record)".contains("hoang"))
  }
}
