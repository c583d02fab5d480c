import Facts
import Foundation
import LinuxHost
import Markings
import TestSupport
import Testing

@testable import Collectors

/// The worker here is a shell script that greets like the real one and then misbehaves.
struct WorkerPoolTests {
  private static let rules = URL(filePath: #filePath).appending(path: "../../../../rules").standardizedFileURL
    .path

  /// Misbehaves the first time, and is the real worker from then on.
  private func worker(_ tree: TemporaryTree, _ misdeed: String) throws -> String {
    let program = try #require(BuiltProgram.path("airseal-parse"))
    let count = try MarkingRules(folder: "\(Self.rules)/markings").ids.count
    let script = """
      #!/bin/sh
      [ -e \(tree.path)/met ] && exec \(program) "$@"
      touch \(tree.path)/met
      printf '\\101\\123\\107\\061\\001\\001\\000\\\(String(count, radix: 8))\\000' >&0
      dd bs=4096 count=1 <&0 >/dev/null
      \(misdeed)
      """
    let path = "\(tree.path)/worker"
    try Data(script.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  private func collect(_ tree: TemporaryTree, _ worker: String) throws -> Collected {
    let options = CollectorOptions(rules: Self.rules, worker: worker)
    let host = try tree.host()
    return try Collected(DocumentCollector.tables) {
      try DocumentCollector(options, patience: .milliseconds(1500)).collect(from: host, into: $0)
    }
  }

  private func tree() throws -> TemporaryTree {
    let tree = try TemporaryTree()
    for index in 0..<5 { try tree.file("home/f\(index).txt", "TỐI MẬT\n") }
    return tree
  }

  @Test(arguments: [
    ("exit 1", Reason.crashed), ("exec sleep 60", .timedOut), ("printf garbage >&0; exec sleep 60", .crashed),
  ])
  func misdeedCostsExactlyOneFile(_ misdeed: String, _ reason: Reason) throws {
    let tree = try tree()
    let result = try collect(tree, try worker(tree, misdeed))
    #expect(result.status == (reason == .crashed ? .incomplete : .complete))
    let bad = result.rows(DocumentScan.self).filter { $0.status != .read }
    #expect(bad.map(\.reason) == [reason])
    let all = Set((0..<5).map { "/home/f\($0).txt" })
    #expect(Set(result.rows(Marking.self).map(\.path)) == all.subtracting(bad.map(\.path)))
  }

  @Test func cancellationStopsAtOnce() throws {
    let tree = try tree()
    let options = CollectorOptions(rules: Self.rules, worker: try worker(tree, "exec sleep 60"))
    let host = try tree.host()
    let start = ContinuousClock.now
    let monitor = StoppingMonitor(after: start + .milliseconds(500))
    let record = try FactsStore().collect(
      source: "documents", tables: DocumentCollector.tables, monitor: monitor
    ) {
      try DocumentCollector(options).collect(from: host, into: $0)
    }
    #expect(record.reason == .cancelled)
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}

private struct StoppingMonitor: CollectionMonitor {
  let after: ContinuousClock.Instant
  var isCancelled: Bool { ContinuousClock.now > after }
  func progress(source: String, done: Int, total: Int?, unit: ProgressUnit) {}

  init(after: ContinuousClock.Instant) { self.after = after }
}
