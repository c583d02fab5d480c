@testable import Collectors
import Crypto
import Facts
import Foundation
import LinuxHost
import TestSupport
import Testing

@Suite struct ClamscanCollectorTests {
  private static let call =
    "/usr/bin/clamscan --stdout --recursive --alert-exceeds-max=yes --alert-encrypted=yes --max-filesize=2000M --max-scansize=4000M -- "

  private func run(_ output: String, status: Int = 0, marked: [String] = ["/home/a/m.docx"]) throws
    -> Collected
  {
    var options = CollectorOptions.test
    options.markedFiles = marked
    options.runsClamscan = true
    let text = output.replacing("\n", with: "\\n")
    let tree = try TemporaryTree().folder("/home/a").commands(
      "- { command: '\(Self.call)\(marked.joined(separator: " "))', status: \(status), output: \"\(text)\" }\n"
    )
    return try ClamscanCollector.run(on: tree, options)
  }

  private let summary = "----------- SCAN SUMMARY -----------\nInfected files: 0\n"

  @Test func cleanFilesAreCounted() throws {
    let result = try run("/home/a/m.docx: OK\n" + summary)
    let scan = try #require(result.rows(MalwareScan.self).first)
    #expect(result.status == .complete && scan.files == 1 && scan.infected == 0 && scan.notScanned == 0)
  }

  @Test func infectedFilesAreFindings() throws {
    let result = try run("/home/a/m.docx: Win.Test.EICAR_HDB-1 FOUND\n" + summary, status: 1)
    let trace = try #require(result.rows(MalwareTrace.self).first)
    #expect(
      trace.path == "/home/a/m.docx" && trace.strength == .proven && trace.detail == "Win.Test.EICAR_HDB-1")
  }

  @Test(arguments: [
    "WARNING: /home/a/m.docx: Can't access file", "/home/a/m.docx: Excluded", "/home/a/m.docx: Symbolic link",
    "/home/a/m.docx: Heuristics.Limits.Exceeded.MaxFileSize FOUND",
    "/home/a/m.docx: Heuristics.Encrypted.PDF FOUND",
  ])
  func whatWasSkippedIsNotScanned(line: String) throws {
    let result = try run("\(line)\n\(summary)", status: line.hasSuffix("FOUND") ? 1 : 0)
    #expect(result.status == .incomplete && result.gaps.map(\.path) == ["/home/a/m.docx"])
    #expect(result.rows(MalwareScan.self).map(\.notScanned) == [1] && result.rows(MalwareTrace.self).isEmpty)
  }

  @Test func noDatabaseIsNoScan() throws {
    let output =
      "LibClamAV Error: cl_load(): No supported database files found in /var/lib/clamav\nERROR: Can't open file or directory\n"
    let result = try run(output, status: 2)
    #expect(result.status == .error && result.record.detail.contains("No supported database"))
  }

  @Test func nothingToScanIsKnown() throws {
    #expect(try run(summary, marked: []).status == .doesNotExist)
  }

  private static let hasClamav = access("/usr/bin/clamscan", X_OK) == 0

  @Test(.enabled(if: hasClamav, "needs an installed ClamAV"))
  func theRealClamscanIsUnderstood() throws {
    let tree = try TemporaryTree().file("/in/bad.bin", "harmless, but named in the database").file(
      "/in/good.txt", "x"
    )
    .file("/in/empty.txt")
    let bad = Array("harmless, but named in the database".utf8)
    let digest = Insecure.MD5.hash(data: bad).map { String(format: "%02x", $0) }.joined()
    try tree.file("/db/test.hdb", "\(digest):\(bad.count):Test.Harmless\n")
    let call = ProgramCall(
      "/usr/bin/clamscan",
      ["--stdout", "--recursive", "--database=\(tree.real("/db"))", "--", tree.real("in")],
      seconds: 60, rights: .reader, withoutNetwork: true)
    let result = try BoundedProcess.run(call)
    let report = ClamscanReport(result.output)
    #expect(result.status == 1 && report.isWhole, "\(result.output)")
    #expect(report.infected.map(\.path) == [tree.real("in") + "/bad.bin"])
    #expect(report.infected.map(\.name) == ["Test.Harmless.UNOFFICIAL"])
    #expect(report.scanned == 3 && report.notScanned.isEmpty, "\(result.output)")
  }
}
