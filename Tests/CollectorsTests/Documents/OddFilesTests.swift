import Facts
import Foundation
import LinuxHost
import TestSupport
import Testing

@testable import Collectors

/// Files that make careless scanners hang, crash or keep silent.
struct OddFilesTests {
  private static let letter = "Số: 4/BC-UBND\nTỐI MẬT\nBÁO CÁO\n"

  private func collect(_ tree: TemporaryTree) throws -> Collected {
    let options = CollectorOptions(
      rules: Built.rules, worker: try #require(BuiltProgram.path("airseal-parse")))
    let host = try tree.host()
    return try Collected(DocumentCollector.tables) {
      try DocumentCollector(options).collect(from: host, into: $0)
    }
  }

  private func scans(_ result: Collected) -> [String: Reason] {
    Dictionary(uniqueKeysWithValues: result.rows(DocumentScan.self).map { ($0.path, $0.reason) })
  }

  @Test func harmlessOnesLeaveNoRowAndCostNoTime() throws {
    let tree = try TemporaryTree().fifo("home/pipe").link("home/loop", to: "loop").link("home/up", to: "..")
      .file("home/empty.docx").sparse("home/huge.bin", size: 10 << 30)
    let start = ContinuousClock.now
    let result = try collect(tree)
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(result.status == .complete && result.rows(DocumentScan.self).isEmpty)
  }

  @Test func whatBearsADocumentsNameIsARow() throws {
    let tree = try TemporaryTree().fifo("home/report.docx").sparse("home/huge.docx", size: 10 << 30)
      .file("home/noise.pdf", bytes: (0..<4096).map { UInt8(truncatingIfNeeded: $0 * 167) })
    let result = try collect(tree)
    #expect(
      scans(result) == [
        "/home/report.docx": .notRegularFile, "/home/huge.docx": .unknownType,
        "/home/noise.pdf": .unknownType,
      ])
    #expect(result.status == .complete && result.gaps.isEmpty)
  }

  @Test func textThatEndsInHolesIsRead() throws {
    let tree = try TemporaryTree().file("home/a.txt", Self.letter + String(repeating: "x\n", count: 4096))
    try #require(truncate(tree.real("home/a.txt"), 9 << 20) == 0)
    #expect(try collect(tree).rows(Marking.self).map(\.line) == [2])
  }

  @Test func markingFarInsideALargeTextIsFound() throws {
    let filler = String(repeating: "một dòng chữ thường không có gì\n", count: 120_000)
    let lines = 120_000
    let tree = try TemporaryTree().file("home/a.txt", filler + Self.letter + filler)
    #expect(try collect(tree).rows(Marking.self).map(\.line) == [Int64(lines + 2)])
  }

  @Test func markingInsideOneLongLineIsFound() throws {
    let filler = String(repeating: "{\"a\": 1}, ", count: 20_000)
    let tree = try TemporaryTree().file("home/a.json", "[\(filler) \"Độ mật: Tối mật\", \(filler)]")
    #expect(try collect(tree).rows(Marking.self).map(\.level) == [.toiMat])
  }

  @Test func closedFoldersAndFilesAreGaps() throws {
    let tree = try TemporaryTree().file("home/an/a.txt", Self.letter).mark("home/an", mode: 0o700, owner: 0)
      .file("home/b.txt", Self.letter, mode: 0o600, owner: 0)
    tree.readAs = 65534
    let result = try collect(tree)
    #expect(result.status == .incomplete)
    #expect(Set(result.gaps.map(\.path)) == ["/home/an", "/home/b.txt"])
    #expect(result.gaps.allSatisfy { $0.reason == .permissionDenied })
  }

  @Test func programsThatCarryDocumentsAreRead() throws {
    func jar(_ member: String) -> [UInt8] {
      var zip = ZipBuilder()
      zip.add("META-INF/MANIFEST.MF", "Manifest-Version: 1.0")
      zip.add(member, "TỐI MẬT")
      return zip.finished()
    }
    let tree = try TemporaryTree().file("home/a.jar", bytes: jar("A.class")).file(
      "home/b.jar", bytes: jar("b.docx"))
    #expect(try collect(tree).rows(Marking.self).map(\.path) == ["/home/b.jar"])
  }

  @Test func packagesFilesLeaveNoGap() throws {
    let scan = SampleDocuments.pdf([""])
    let tree = try TemporaryTree().file("usr/share/doc/a/a.pdf", bytes: scan).file("home/a.pdf", bytes: scan)
      .file("var/lib/dpkg/info/a.md5sums", "\(try digest(scan))  usr/share/doc/a/a.pdf\n")
    let result = try collect(tree)
    #expect(result.rows(DocumentScan.self).map(\.path) == ["/home/a.pdf"])
    #expect(result.status == .complete)
  }

  private func digest(_ bytes: [UInt8]) throws -> String {
    let run = try Run(
      "/bin/sh", ["-c", "base64 -d <<E | md5sum | cut -c1-32\n\(Data(bytes).base64EncodedString())\nE"])
    return run.output.trimmingCharacters(in: .newlines)
  }
}
