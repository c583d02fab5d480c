import Foundation
import Journal
import LinuxHost
import TestSupport
import Testing

@testable import Monitoring

/// A journal in a folder of its own, and the recorder that writes it.
final class TestJournal: Sendable {
  let folder: String
  let recorder: Recorder
  let clock: MachineClock

  init() throws {
    folder = NSTemporaryDirectory() + "airseal-journal-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    clock = try MachineClock()
    recorder = try Recorder(try EventJournal(path: folder + "/journal.sqlite"), clock: clock)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      FileHandle.standardError.write(Data("\(folder): \(error)\n".utf8))
    }
  }

  var path: String { folder + "/journal.sqlite" }

  func entries() throws -> [EventEntry] {
    var entries: [EventEntry] = []
    try EventReader(live: path).eachEntry { entries.append($0) }
    return entries
  }

  /// The entries once `enough` says so, or after 30 seconds.
  func entries(until enough: ([EventEntry]) -> Bool) async throws -> [EventEntry] {
    let stream = await recorder.entries()
    var entries = try entries()
    let deadline = ContinuousClock.now + .seconds(30)
    let alarm = Task { [recorder] in
      try await Task.sleep(until: deadline)
      await recorder.record([JournalEvent(.scanFinished, ["test": "timeout"])])
    }
    defer { alarm.cancel() }
    if enough(entries) { return entries }
    for await _ in stream {
      entries = try self.entries()
      if enough(entries) || ContinuousClock.now > deadline { break }
    }
    return entries
  }

  /// Runs a service beside `body`, and ends it afterwards.
  func running(_ service: @escaping @Sendable () async throws -> Void, _ body: () async throws -> Void)
    async throws
  {
    let task = Task { try await service() }
    do {
      try await body()
    } catch {
      task.cancel()
      throw error
    }
    task.cancel()
    try await task.value
  }
}

/// Runs ip(8); throws where it says no.
func ip(_ words: String) throws {
  let call = ProgramCall(
    "/sbin/ip", words.split(separator: " ").map(String.init), seconds: 60, rights: .root)
  let result = try BoundedProcess.run(call)
  try #require(result.status == 0, "ip \(words): \(result.output)")
}
