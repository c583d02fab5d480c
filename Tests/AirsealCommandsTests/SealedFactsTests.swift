import Foundation
import TestSupport
import Testing

/// Sealed facts are judged and queried again; altered ones are refused.
@Suite struct SealedFactsTests {
  let scratch: Scratch
  var facts: String { scratch.path + "/facts.sqlite" }

  init() throws {
    scratch = try Scratch()
    let root = scratch.path + "/root"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    let run = try Run(Built.airseal, ["scan", "--root", root, "--output", scratch.path])
    #expect(run.status == 3)
  }

  @Test func evaluateGivesTheSameVerdict() throws {
    let run = try Run(
      Built.airseal, ["evaluate", facts, "--law", "2025", "--output", scratch.path + "/again"])
    #expect(run.status == 3)
    #expect(run.output.contains("CHƯA KẾT LUẬN"))
  }

  @Test func oneByteChanged() throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: facts))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: facts))
    for arguments in [["evaluate", facts], ["query", "SELECT 1", "--facts", facts]] {
      let run = try Run(Built.airseal, arguments)
      #expect(run.status == 4)
      #expect(run.errors.contains(facts))
    }
  }

  @Test func withoutItsSeal() throws {
    try FileManager.default.removeItem(atPath: facts + ".sha256")
    #expect(try Run(Built.airseal, ["evaluate", facts]).status == 4)
  }

  @Test(
    "SQL that is refused",
    arguments: [
      "DELETE FROM scan", "SELECT 1; SELECT 2", "ATTACH '/tmp/x' AS x", "PRAGMA query_only = 0",
      "SELECT nothing FROM nowhere", "SELEC", "",
    ])
  func refused(sql: String) throws {
    let run = try Run(Built.airseal, ["query", sql, "--facts", facts])
    #expect(run.status == 64)
    #expect(!run.errors.isEmpty && run.output.isEmpty)
  }

  @Test func queryPrintsRows() throws {
    let run = try Run(
      Built.airseal, ["query", "SELECT nature FROM scan", "--facts", facts, "--format", "csv"])
    #expect(run.status == 0)
    #expect(run.output == "nature\r\nroot\n")
  }
}
