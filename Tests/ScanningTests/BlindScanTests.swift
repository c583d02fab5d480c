import Collectors
import Facts
import Foundation
import Rules
import SampleBuilder
import Scanning
import Synchronization
import TestSupport
import Testing

/// A scan that saw nothing is undetermined.
@Suite struct BlindScanTests {
  @Test("An empty root", arguments: ["drafting", "intake", "office"])
  func emptyRoot(profile: String) throws {
    let scratch = try Scratch()
    let root = scratch.path + "/root"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    #expect(try scan(.root(root, liveHardware: false), profile, scratch) == 3)
  }

  @Test func rootOfUnreadableFiles() throws {
    let samples = try Samples()
    let scratch = try Scratch()
    var manifest = try Manifest.load("base-workstation", in: samples.source)
    manifest.readAs = 65_534
    for path in (manifest.files ?? [:]).keys where manifest.files?[path]?.symlink == nil {
      manifest.files?[path]?.mode = "0000"
      manifest.files?[path]?.owner = 0
    }
    try RecordingWriter(manifest: manifest, folder: scratch.path + "/recording").write()
    #expect(try scan(.recording(scratch.path + "/recording"), "drafting", scratch) == 3)
  }

  @Test("A scan that is cancelled after some steps", arguments: [0, 1, 5, 40])
  func cancelled(steps: Int) throws {
    let samples = try Samples()
    let scratch = try Scratch()
    let folder = scratch.path + "/recording"
    try samples.builder.build("clean-standalone", into: folder)
    let outcome = try samples.judge.judge(
      folder, output: scratch.path + "/scan", monitor: CancellingMonitor(after: steps))
    #expect(outcome.exitCode == 3)
    #expect(outcome.ledger.contains { $0.reason == .cancelled })
  }

  private func scan(_ origin: FactsOrigin, _ profile: String, _ scratch: Scratch) throws -> Int32 {
    let samples = try Samples()
    let chosen = try #require(samples.pack.profiles.first { $0.id == profile })
    let plan = ScanPlan(
      origin: origin, profile: chosen, edition: Edition.defaultID, options: samples.options,
      answers: [], output: scratch.path)
    return try ScanRun(plan: plan, pack: samples.pack).run(monitor: SilentMonitor()).outcome.exitCode
  }
}

/// Says that the scan was cancelled from the given question on.
private final class CancellingMonitor: CollectionMonitor {
  private let limit: Int
  private let asked = Mutex(0)

  init(after limit: Int) { self.limit = limit }

  var isCancelled: Bool {
    asked.withLock { count in
      count += 1
      return count > limit
    }
  }

  func progress(source: String, done: Int, total: Int?, unit: ProgressUnit) {}
}
