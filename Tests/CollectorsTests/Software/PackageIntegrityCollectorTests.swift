@testable import Collectors
import Crypto
import Facts
import Foundation
import LinuxHost
import TestSupport
import Testing

@Suite struct PackageIntegrityCollectorTests {
  private func digest(_ text: String) -> String {
    Insecure.MD5.hash(data: Array(text.utf8)).map { String(format: "%02x", $0) }.joined()
  }

  private func tree() throws -> TemporaryTree {
    try TemporaryTree().file("/usr/bin/tool", "program").file("/usr/bin/other.real", "other")
      .file(
        "/var/lib/dpkg/info/tool.md5sums",
        "\(digest("program"))  usr/bin/tool\n\(digest("doc"))  usr/share/doc/tool/README\n\(digest("other"))  usr/bin/other\n"
      )
      .file("/var/lib/dpkg/diversions", "/usr/bin/other\n/usr/bin/other.real\ndivert\n")
  }

  @Test func wholePackagesAreOneRow() throws {
    let result = try PackageIntegrityCollector.run(on: tree())
    let row = try #require(result.rows(SoftwareTrace.self).first)
    #expect(result.facts.count == 1 && row.kind == .verification && row.compared == 3 && row.faults == 0)
  }

  @Test func theDivertingPackageKeepsItsPlace() throws {
    let tree = try tree().file("/usr/bin/other", "wrapper").file(
      "/var/lib/dpkg/info/divert:amd64.md5sums", "\(digest("wrapper"))  usr/bin/other\n")
    let rows = try PackageIntegrityCollector.run(on: tree).rows(SoftwareTrace.self)
    #expect(rows.map(\.kind) == [.verification] && rows.first?.compared == 4)
  }

  @Test func alteredAndMissingFilesAreRows() throws {
    let tree = try tree().file("/usr/bin/tool", "patched").remove("/usr/bin/other.real")
    let rows = try PackageIntegrityCollector.run(on: tree).rows(SoftwareTrace.self)
    #expect(rows.map(\.kind) == [.alteredFile, .missingFile, .verification] && rows.last?.faults == 2)
    #expect(rows.first?.path == "/usr/bin/tool" && rows.first?.name == "tool")
  }

  @Test(arguments: [
    ("S.5....T.    /usr/bin/tool", SoftwareTraceKind.alteredFile),
    ("missing     /usr/bin/tool", .missingFile),
  ])
  func linesOfRpm(line: String, kind: SoftwareTraceKind) throws {
    let fault = try #require(PackageIntegrityCollector.fault(line[...]))
    #expect(fault.kind == kind && fault.path == "/usr/bin/tool")
  }

  @Test(arguments: ["S.5....T.  c /etc/tool.conf", ".......T.    /usr/bin/tool", "prelink: error", ""])
  func whatIsNoFault(line: String) { #expect(PackageIntegrityCollector.fault(line[...]) == nil) }

  @Test func rpmIsAsked() throws {
    let command = "/usr/bin/rpm -Va --nomtime --nouser --nogroup --nomode --nodeps"
    let tree = try TemporaryTree().file("/usr/bin/rpm").commands(
      "- { command: '\(command)', status: 1, output: \"S.5......    /usr/bin/tool\\n\" }\n")
    let rows = try PackageIntegrityCollector.run(on: tree).rows(SoftwareTrace.self)
    #expect(rows.map(\.kind) == [.alteredFile, .verification] && rows.last?.faults == 1)
  }

  @Test func itRunsOnlyWhereAsked() {
    var options = CollectorOptions.test
    #expect(!PackageIntegrityCollector.isWanted(options) && !ClamscanCollector.isWanted(options))
    options.verifiesPackages = true
    #expect(PackageIntegrityCollector.isWanted(options))
  }
}
