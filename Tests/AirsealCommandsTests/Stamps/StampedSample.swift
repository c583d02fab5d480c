import Attestation
import Collectors
import Foundation
import Rules
import SampleBuilder
import Stamping
import TestSupport
import Testing

/// The clean sample, scanned and stamped by the real program with a key for tests.
final class StampedSample {
  let scratch: Scratch
  let manifest: Manifest
  let builder: SampleBuilder
  var recording: String { scratch.path + "/recording" }
  var facts: String { scratch.path + "/scan/facts.sqlite" }
  var key: String { scratch.path + "/key" }
  var trust: String { recording + "/issuers" }
  var registers: String { scratch.path + "/registers" }
  var stamp: String { scratch.path + "/stamp.jws" }

  init(_ name: String = "clean-standalone") throws {
    scratch = try Scratch()
    let samples = Built.root + "/samples"
    manifest = try Manifest.load(name, in: samples)
    builder = SampleBuilder(
      source: samples, options: CollectorOptions(rules: Built.rules, worker: Built.worker),
      pack: try RulePack(folder: Built.rules))
    try builder.build(manifest, into: scratch.path + "/recording")
    let scan = try Run(
      Built.airseal,
      ["scan", "--recording", recording, "--output", scratch.path + "/scan"]
        + (FileManager.default.fileExists(atPath: recording + "/answers.jws") ? answers : []))
    #expect(scan.status == (name == "clean-standalone" ? 0 : 3), "\(scan.errors)")
    #expect(try Run(Built.airseal, ["key", "new", key, "--name", "PA03", "--test"] + plainKey).status == 0)
    #expect(try Run(Built.airseal, ["key", "trust", key + ".pub", "--trust", trust]).status == 0)
  }

  var answers: [String] { ["--answers", recording + "/answers.jws", "--trust", trust] }
  private var plainKey: [String] { ["--no-passphrase"] }

  func issue(_ more: [String] = [], key: String? = nil) throws -> Run {
    try Run(
      Built.airseal,
      [
        "stamp", "issue", "--facts", facts, "--key", key ?? self.key, "--issuer", "Phòng PA03", "--inspector",
        "B",
      ]
        + ["--unit", "Đơn vị mẫu", "--registers", registers, "--output", stamp] + answers + more)
  }

  func verify(_ more: [String]) throws -> Run {
    try Run(
      Built.airseal,
      ["stamp", "verify", stamp, "--trust", trust, "--registers", registers, "--format", "json"] + more)
  }

  /// Makes the first stamp void.
  func void(_ more: String...) throws -> Run {
    let serial = try Registers(reading: RegisterFolder(registers))?.stamps().first?.serial ?? "?"
    return try Run(
      Built.airseal,
      ["stamp", "void", serial, "--by", "B", "--key", key, "--registers", registers] + more)
  }

  /// Records the machine once more, a minute from now, after a change.
  func later(_ change: (inout Manifest) -> Void) throws -> String {
    var manifest = manifest
    manifest.answers = nil
    manifest.collectedAt = Date().addingTimeInterval(60)
    change(&manifest)
    let folder = scratch.path + "/later-" + UUID().uuidString
    try builder.build(manifest, into: folder)
    return folder
  }
}
