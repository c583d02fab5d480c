import Facts
import Foundation
import Markings
import TestSupport
import Testing

@testable import Collectors

/// What one scan keeps for the next: faster, and never another answer.
struct ScanCacheTests {
  private let scratch: Scratch
  private let tree: TemporaryTree
  private var folder: String { scratch.path + "/cache" }
  private var file: String { folder + "/documents.cache" }

  init() throws {
    scratch = try Scratch()
    tree = try TemporaryTree().file("home/an/mat.txt", "Số: 4/BC-UBND\nTỐI MẬT\nBÁO CÁO\n")
      .file("home/an/sach.docx", bytes: SampleDocuments.docx([["chim vành khuyên"]]))
      .file("home/an/mat.docx", bytes: SampleDocuments.docx([["MẬT"], ["chim vành khuyên"]]))
      .file("home/an/hong.pdf", "%PDF-1.4 broken").file("home/an/a.txt", "một hai ba")
  }

  /// A scan at a time when every file has long been as it is.
  private func scan(
    worker: String? = nil, rules: String = Built.rules, later: Int64 = 100,
    _ sink: ((any FactSink) -> any FactSink)? = nil
  ) throws -> Collected {
    let program = try worker ?? #require(BuiltProgram.path("airseal-parse"))
    var options = CollectorOptions(rules: rules, worker: program)
    options.cache = folder
    let host = try tree.host()
    let collector = DocumentCollector(options, patience: .seconds(30), started: Int64(time(nil)) + later)
    return try Collected(DocumentCollector.tables) {
      try collector.collect(from: host, into: sink?($0) ?? $0)
    }
  }

  private func cached(_ result: Collected) -> Int64 {
    result.rows(DocumentTally.self).reduce(0) { $0 + $1.cached }
  }

  private func rows(_ result: Collected) -> Set<String> {
    Set(
      (result.rows(DocumentScan.self) as [any Fact] + result.rows(Marking.self)).map { "\($0)" })
  }

  @Test func unchangedFilesAreNotReadAgain() throws {
    let first = try scan()
    #expect(cached(first) == 0)
    let third = try scan()
    #expect(third.status == .complete)
    #expect(cached(third) == 5)
    #expect(rows(third) == rows(first) && !rows(first).isEmpty)
  }

  @Test func aBrokenWorkerShowsEvenIfNothingIsToBeRead() throws {
    _ = try scan()
    #expect(try scan(worker: "/bin/false").status == .error)
  }

  @Test func whatChangedIsReadAgain() throws {
    _ = try scan()
    try tree.file("home/an/a.txt", "TUYỆT MẬT\n").file("home/an/b.txt", "MẬT\n")
    let result = try scan()
    #expect(cached(result) == 4)
    #expect(result.rows(Marking.self).contains { $0.path == "/home/an/a.txt" })
    #expect(result.rows(Marking.self).contains { $0.path == "/home/an/b.txt" })
  }

  @Test func aFileOfTheSameSizeAndTimeIsReadAgain() throws {
    try tree.file("home/an/a.txt", "abcd", at: 1_700_000_000)
    _ = try scan()
    try tree.file("home/an/a.txt", "M\u{1EAC}T", at: 1_700_000_000)
    try #require(
      try FileManager.default.attributesOfItem(atPath: tree.real("home/an/a.txt"))[.size] as? Int == 5)
    #expect(try scan().rows(Marking.self).contains { $0.path == "/home/an/a.txt" })
  }

  @Test func anotherNameCountsAnew() throws {
    try tree.file("home/an/du-lieu.bin", bytes: (0..<4096).map { UInt8(truncatingIfNeeded: $0 * 167) })
    _ = try scan()
    try #require(link(tree.real("home/an/du-lieu.bin"), tree.real("home/an/thu.docx")) == 0)
    #expect(try scan().rows(DocumentScan.self).contains { $0.path == "/home/an/thu.docx" })
  }

  @Test func newFilesAreNotTrustedToStay() throws {
    _ = try scan(later: 0)
    #expect(cached(try scan(later: 0)) == 0)
  }

  @Test func otherRulesForgetEverything() throws {
    _ = try scan()
    let rules = scratch.path + "/rules"
    try FileManager.default.copyItem(atPath: Built.rules, toPath: rules)
    let names = rules + "/markings/names.yaml"
    try Data("# \n".utf8 + Data(contentsOf: URL(fileURLWithPath: names))).write(
      to: URL(fileURLWithPath: names))
    #expect(cached(try scan(rules: rules)) == 0)
  }

  @Test func alteredBytesAreNeverBelieved() throws {
    let whole = rows(try scan())
    let good = try Data(contentsOf: URL(fileURLWithPath: file))
    for position in stride(from: 0, to: good.count, by: max(1, good.count / 6)) {
      var bad = good
      bad[position] ^= 0x41
      try bad.write(to: URL(fileURLWithPath: file))
      try #require(chmod(file, 0o600) == 0)
      let result = try scan()
      #expect(rows(result) == whole, "byte \(position)")
      #expect(cached(result) == 0, "byte \(position)")
    }
  }

  @Test func aCutFileKeepsItsWholeSegments() throws {
    _ = try scan()
    let good = try Data(contentsOf: URL(fileURLWithPath: file))
    try (good + good.suffix(30)).write(to: URL(fileURLWithPath: file))
    try #require(chmod(file, 0o600) == 0)
    #expect(cached(try scan()) == 5)
  }

  @Test func aScanThatIsCutOffIsResumed() throws {
    #expect(try scan { StoppingSink($0) }.status == .incomplete)
    let result = try scan()
    #expect(result.status == .complete)
    #expect(cached(result) > 0)
  }

  @Test func aFileThatOthersMayWriteIsNotUsed() throws {
    _ = try scan()
    try #require(chmod(file, 0o666) == 0)
    #expect(cached(try scan()) == 0)
    try #require(chmod(folder, 0o777) == 0)
    #expect(cached(try scan()) == 0)
  }

  @Test func holdsNeitherNamesNorText() throws {
    _ = try scan()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      for word in ["khuyên", "sach", "TỐI", "home"] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
      }
      let mode =
        try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }
}

/// Stops the scan at its end, when everything was read and nothing was concluded.
private final class StoppingSink: FactSink {
  private let target: any FactSink

  init(_ target: any FactSink) { self.target = target }

  func add(_ fact: some Fact) throws {
    if fact is DocumentTally { throw CancellationError() }
    try target.add(fact)
  }

  func skipped(_ path: String, _ reason: Reason, detail: String) throws {
    try target.skipped(path, reason, detail: detail)
  }

  func absent(_ reason: Reason, detail: String) { target.absent(reason, detail: detail) }
  func progress(done: Int, total: Int?, unit: ProgressUnit) throws {}
}
