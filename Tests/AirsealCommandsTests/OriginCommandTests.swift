import Foundation
import SampleBuilder
import TestSupport
import Testing

/// Records of disks' origins at the command line, and stamps as a baseline.
@Suite struct OriginCommandTests {
  private let scratch: Scratch
  private var recording: String { scratch.path + "/recording" }
  private var key: String { scratch.path + "/key" }
  private var file: String { scratch.path + "/origin.jws" }
  private var trust: String { recording + "/issuers" }

  init() throws {
    scratch = try Scratch()
    let sample = try StampedSample()
    try sample.builder.build("used-disk", into: scratch.path + "/recording")
    #expect(
      try Run(Built.airseal, ["key", "new", key, "--name", "A", "--test", "--no-passphrase"]).status == 0)
  }

  private func record(_ disk: String, hours: String = "8930", day: String = "2026-05-03") throws -> Run {
    try Run(
      Built.airseal,
      ["origin", "record", "--basis", "wiping", "--day", day, "--disk", disk, "--hours", hours]
        + ["--document", "BB 12", "--inspector", "A", "--unit", "B", "--statement", "C", "--key", key]
        + ["--file", file])
  }

  private func scan(_ more: [String] = []) throws -> Run {
    try Run(
      Built.airseal,
      ["scan", "--recording", recording, "--output", scratch.path + "/scan-" + UUID().uuidString]
        + ["--answers", recording + "/answers.jws", "--trust", trust] + more)
  }

  @Test func aSignedRecordSettlesTheQuestion() throws {
    #expect(try scan().status == 3)
    #expect(try record("SSD0001").status == 0)
    #expect(try scan(["--origin", file]).status == 4, "nobody trusts the key yet")
    #expect(try Run(Built.airseal, ["key", "trust", key + ".pub", "--trust", trust]).status == 0)
    let run = try scan(["--origin", file])
    #expect(run.status == 0, "\(run.output)")
  }

  @Test func aRecordThatTheDiskContradictsIsNamed() throws {
    #expect(try Run(Built.airseal, ["key", "trust", key + ".pub", "--trust", trust]).status == 0)
    #expect(try record("SSD0001", hours: "9900").status == 0)
    let run = try scan(["--origin", file])
    #expect(run.status == 3 && run.output.contains("trái với hồ sơ"), "\(run.output)")
  }

  @Test func whatNamesNoDiskOrNoDayIsRefused() throws {
    #expect(try record("00000000").status == 64)
    #expect(try record("SSD0001", day: "2999-01-01").status == 64)
    #expect(try record("SSD0001", hours: "-5").status == 64)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test("A stamp that holds vouches for the time before it")
  func stamps() throws {
    let sample = try StampedSample()
    #expect(try sample.issue().status == 0)
    let stamp = try String(contentsOfFile: sample.stamp, encoding: .utf8)
    func vouchedBy(_ stamp: String?) throws -> String {
      let folder = try sample.later { manifest in
        for index in (manifest.commands ?? []).indices
        where manifest.commands?[index].command.contains("smartctl") == true {
          manifest.commands?[index].output = "{\"power_on_time\":{\"hours\":99000}}"
        }
        guard let stamp, var entry = manifest.files?["/etc/machine-id"] else { return }
        entry.text = stamp
        manifest.files?["/var/lib/airseal/stamp.jws"] = entry
      }
      let output = folder + ".scan"
      _ = try Run(
        Built.airseal, ["scan", "--recording", folder, "--trust", sample.trust, "--output", output])
      let sql = "SELECT vouched_by || earlier_life FROM machine_life WHERE witness = 'disk_power'"
      let run = try Run(
        Built.airseal, ["query", sql, "--facts", output + "/facts.sqlite", "--format", "csv"])
      return String(run.output.split(whereSeparator: \.isNewline).last ?? "")
    }
    #expect(try vouchedBy(nil) == "none1")
    #expect(try vouchedBy(stamp) == "stamp0")
  }
}
