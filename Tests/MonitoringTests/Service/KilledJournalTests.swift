import Foundation
import Glibc
import Journal
import TestSupport
import Testing

/// A program that writes a journal is killed at any moment: what it acknowledged is there, and the chain holds.
@Suite struct KilledJournalTests {
  private static let variable = "AIRSEAL_KILLED_JOURNAL"
  private static let isWriter = ProcessInfo.processInfo.environment[variable] != nil

  @Test(.enabled(if: !isWriter), arguments: 0..<4)
  func survivesEveryKill(_ lane: Int) throws {
    let scratch = try Scratch()
    let path = scratch.path + "/journal.sqlite"
    var acknowledged: Int64 = 0
    for _ in 0..<50 {
      acknowledged = max(acknowledged, try writeAndKill(path))
      let head = try JournalVerification().verify(try EventReader(live: path))
      #expect(head.sequence >= acknowledged)
    }
    #expect(acknowledged > 50)
  }

  /// Starts a writer, kills it after some milliseconds, and returns the last number that it acknowledged.
  private func writeAndKill(_ path: String) throws -> Int64 {
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    process.arguments = [
      "--testing-library", "swift-testing", "--filter", "KilledJournalTests/writesWithoutEnd",
    ]
    process.environment = [Self.variable: path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    var last: Int64 = 0
    var patience = Int.random(in: 1...40)
    var pending = ""
    while patience > 0 {
      let data = pipe.fileHandleForReading.availableData
      if data.isEmpty { break }
      pending += String(decoding: data, as: UTF8.self)
      var lines = pending.split(separator: "\n", omittingEmptySubsequences: false)
      pending = String(lines.removeLast())
      for line in lines where line.hasPrefix("ack ") {
        last = Int64(line.dropFirst(4)) ?? last
        patience -= 1
      }
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return last
  }

  @Test(.enabled(if: isWriter))
  func writesWithoutEnd() throws {
    let path = try #require(ProcessInfo.processInfo.environment[Self.variable])
    let journal = try EventJournal(path: path)
    let moment = Moment(time: 1_700_000_000_000_000, uptime: 1, boot: "boot")
    while true {
      let entries = try journal.append(
        (0...Int.random(in: 0...3)).map { JournalEvent(.deviceAdded, ["port": "1-\($0)"]) }, at: moment)
      let line = "ack \(entries.last?.sequence ?? 0)\n"
      guard line.withCString({ write(STDOUT_FILENO, $0, strlen($0)) }) > 0 else { return }
    }
  }
}
