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
    #expect(scans.allSatisfy { $0.status == .read } && scans.count == 5)
    let tally = result.rows(DocumentTally.self)
    #expect(tally.first { $0.type == "docx" }?.files == 2)
    #expect(tally.first { $0.type == "text" }?.files == 2)
    #expect(tally.allSatisfy { $0.outcome == .read && $0.cached == 0 })
  }

  @Test func ownRulesAccuseNobodyWhereverACopyLies() throws {
    let text = try String(contentsOfFile: Self.rules + "/markings/levels.yaml", encoding: .utf8)
    let tree = try TemporaryTree().file("media/stick/rules/markings/levels.yaml", text)
      .file("usr/share/airseal/rules/markings/levels.yaml", text + "\n# \(Self.letter)")
    let result = try collect(tree)
    #expect(Set(result.rows(Marking.self).map(\.path)) == ["/usr/share/airseal/rules/markings/levels.yaml"])
    #expect(result.rows(DocumentTally.self).reduce(0) { $0 + $1.files } == 2)
  }

  @Test func findsMarkingsInNames() throws {
    let tree = try TemporaryTree().file("home/an/VB MAT/05-BC (Mat).txt", "x")
    let markings = try collect(tree).rows(Marking.self)
    #expect(markings.map(\.part) == [.name, .name])
    #expect(markings.map(\.path).sorted() == ["/home/an/VB MAT", "/home/an/VB MAT/05-BC (Mat).txt"])
  }

  @Test func saysWhatItCannotRead() throws {
    var sheet = ZipBuilder()
    sheet.add("a.xlsx", Array("x".utf8), isEncrypted: true)
    let tree = try TemporaryTree()
      .file(
        "home/an/old.doc",
        bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
      )
      .file("home/an/sheet.zip", bytes: sheet.finished()).file("home/an/note.rtf", "{\\rtf1 x}")
      .file("home/an/scan.pdf", bytes: SampleDocuments.pdf([""])).file(
        "home/an/broken.pdf", "%PDF-1.4 broken"
      )
      .file("var/log/old.gz", bytes: [0x1F, 0x8B, 8, 0, 0]).file(
        "usr/lib/x.so", bytes: [0x7F, 0x45, 0x4C, 0x46, 2])
    let result = try collect(tree)
    #expect(result.status == .complete && result.gaps.isEmpty)
    let scans = result.rows(DocumentScan.self)
    for (name, status) in [
      ("broken.pdf", DocumentStatus.unreadable), ("old.doc", .unreadable), ("scan.pdf", .imageOnly),
      ("sheet.zip", .unreadable),
    ] {
      #expect(scans.first { $0.path == "/home/an/\(name)" }?.status == status)
    }
  }

  /// Character sets whose converters the C library loads from files: the worker can open none.
  @Test(arguments: [
    ("koi8-r", "88/XxdLbxc7OzyDTxcvSxdTOzw=="), ("windows-1251", "0e7i5fD45e3t7iDx5erw5fLt7g=="),
    ("gb2312", "u/rD3A=="),
  ])
  func decodesCharacterSetsInTheSandbox(_ charset: String, _ body: String) throws {
    let mail = """
      From: an@example.vn
      Subject: x
      MIME-Version: 1.0
      Content-Type: text/plain; charset=\(charset)
      Content-Transfer-Encoding: base64

      \(body)

      """
    let result = try collect(try TemporaryTree().file("home/an/a.eml", mail))
    #expect(result.status == .complete)
    #expect(result.rows(Marking.self).map(\.level) == [.foreign])
  }

  @Test func leavesItsOwnFolderOut() throws {
    let result = try collect(try TemporaryTree().file("home/own/secret.txt", Self.letter))
    #expect(result.status == .complete && result.rows(Marking.self).isEmpty)
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
    let result = try collect(tree)
    #expect(result.rows(DocumentScan.self).map(\.path) == ["/usr/share/doc/a/b.pdf"])
    #expect(result.rows(DocumentTally.self).first { $0.outcome == .packaged }?.files == 1)
  }

  @Test func noWorkerIsNeverClean() throws {
    let tree = try TemporaryTree().file("home/an/a.txt", Self.letter)
    #expect(try collect(tree, worker: "/nonexistent/worker").status == .error)
    #expect(try collect(tree, worker: "/bin/false").status == .error)
    let skipped = try collect(tree, skips: true)
    #expect(skipped.status == .notCollected && skipped.reason == .skippedByUser)
  }

  @Test(arguments: SampleFiles.all("chim hoang yen 7391"))
  func keepsNamesAndTitlesOutOfFacts(_ sample: SampleFiles.Sample) throws {
    let tree = try TemporaryTree().file("home/an/a.\(sample.name)", bytes: sample.bytes)
    let result = try collect(tree)
    #expect(result.rows(DocumentScan.self).count <= 1)
    #expect(!"\(result.facts) \(result.gaps) \(result.record)".contains("hoang"))
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
    #expect(result.rows(Marking.self).count == 4)
    #expect(result.rows(DocumentTally.self).reduce(0) { $0 + $1.files } == 4)
    #expect(!"\(result.facts) \(result.gaps) \(result.record)".contains("hoang"))
  }
}
