import Foundation
import TestSupport
import Testing

/// Waivers at the command line, for a stick that nobody registered.
@Suite struct WaiverCommandTests {
  let scratch: Scratch
  var facts: String { scratch.path + "/scan/facts.sqlite" }
  var key: String { scratch.path + "/key" }
  var file: String { scratch.path + "/waivers.jws" }
  var trust: String { scratch.path + "/issuers" }
  var registers: String { scratch.path + "/registers" }
  private let check = "usb_unregistered_attached"

  init() throws {
    scratch = try Scratch()
    let recording = Built.root + "/samples/devices/stick-sandisk.umockdev"
    let tree = try TemporaryTree().devices(String(contentsOfFile: recording, encoding: .utf8))
    _ = try tree.host()
    let scan = try Run(
      Built.airseal,
      ["scan", "--recording", tree.path, "--skip", "documents", "--output", scratch.path + "/scan"])
    #expect(scan.status == 2, "\(scan.errors)")
    #expect(try Run(Built.airseal, ["key", "new", key, "--name", "A", "--test"]).status == 0)
    #expect(try Run(Built.airseal, ["key", "trust", key + ".pub", "--trust", trust]).status == 0)
  }

  private func new(_ check: String, _ more: [String]) throws -> Run {
    try Run(
      Built.airseal,
      ["waiver", "new", check, "--facts", facts, "--key", key, "--basis", "Quyết định 12/QĐ"]
        + ["--approver", "Nguyễn Văn Mẫu", "--unit", "X", "--file", file, "--registers", registers] + more)
  }

  @Test func namesWhatItCoversAndIsListed() throws {
    let bare = try new(check, [])
    #expect(bare.status == 64)
    let subject = try #require(bare.errors.split(separator: "'").dropFirst().first)
    #expect(try new(check, ["--scope", "x"]).status == 64)
    #expect(try new(check, ["--scope", String(subject), "--kind", "cipher"]).status == 64)
    #expect(try new("internet_history", ["--scope", "x"]).status == 64)
    #expect(try new("software_licence", []).status == 64)
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(try new(check, ["--scope", String(subject)]).status == 0)
    #expect(try Run(Built.airseal, ["waiver", "list", file, "--trust", trust]).output.contains("12/QĐ"))
    let checked = try Run(
      Built.airseal, ["waiver", "check", file, "--facts", facts, "--trust", trust])
    #expect(checked.status == 0 && checked.output.contains("được chấp nhận"), "\(checked.errors)")
    let register = try Run(Built.airseal, ["register", "list", "--registers", registers])
    #expect(register.output.contains(check))
    let report = try Run(
      Built.airseal,
      ["evaluate", facts, "--waivers", file, "--trust", trust, "--output", scratch.path + "/again"])
    #expect(report.output.contains("12/QĐ") && report.output.contains("Nguyễn Văn Mẫu"))
  }

  @Test func anAlteredWaiverStopsTheJudgement() throws {
    let bare = try new(check, [])
    let subject = try #require(bare.errors.split(separator: "'").dropFirst().first)
    #expect(try new(check, ["--scope", String(subject)]).status == 0)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    bytes[bytes.count / 2] = bytes[bytes.count / 2] == 0x41 ? 0x42 : 0x41
    try bytes.write(to: URL(fileURLWithPath: file))
    let judged = try Run(
      Built.airseal,
      ["evaluate", facts, "--waivers", file, "--trust", trust, "--output", scratch.path + "/again"])
    #expect(judged.status == 4)
  }
}
