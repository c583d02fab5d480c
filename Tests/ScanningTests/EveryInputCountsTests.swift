import Foundation
import Rules
import SampleBuilder
import TestSupport
import Testing

/// The clean sample passes; without any one of its inputs it is undetermined.
@Suite struct EveryInputCountsTests {
  @Test func theCleanSamplePasses() throws {
    #expect(try exitCode(without: nil) == 0)
  }

  @Test("Without one input", arguments: try inputs())
  func withoutOne(input: String) throws {
    #expect(try exitCode(without: input) == 3)
  }

  private func exitCode(without input: String?) throws -> Int32 {
    let samples = try Samples()
    let scratch = try Scratch()
    let folder = scratch.path + "/recording"
    var manifest = try Manifest.load("clean-standalone", in: samples.source)
    if let input { try Self.take(input, from: &manifest) }
    try samples.builder.build(manifest, into: folder)
    return try samples.judge.judge(folder, output: scratch.path + "/scan").exitCode
  }

  private static func inputs() throws -> [String] {
    let manifest = try Manifest.load("clean-standalone", in: Samples().source)
    let files = (manifest.files ?? [:]).keys.sorted().map { "file \($0)" }
    let answers = (manifest.answers ?? [:]).keys.sorted().map { "answer \($0)" }
    return files + answers + ["kernel", "devices", "network", "journal", "answers"]
  }

  private static func take(_ input: String, from manifest: inout Manifest) throws {
    let parts = input.split(separator: " ", maxSplits: 1).map(String.init)
    switch parts[0] {
    case "file": manifest.files?[parts[1]] = nil
    case "answer": manifest.answers?[parts[1]] = nil
    case "kernel": manifest.kernel = nil
    case "devices": manifest.devices = nil
    case "network": manifest.network = nil
    case "journal": manifest.journal = nil
    default: manifest.answers = nil
    }
  }
}
