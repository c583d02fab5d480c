import Foundation
import Glibc
import Journal
import TestSupport
import Testing

/// A program that writes several journals is killed at any moment: what it acknowledged is there, and the chains hold.
@Suite struct KilledJournalTests {
  private static let variable = "AIRSEAL_KILLED_JOURNALS"
  private static let isWriter = ProcessInfo.processInfo.environment[variable] != nil
  private static let count = 4

  private static func path(_ number: Int, in folder: String) -> String { "\(folder)/\(number).sqlite" }

  @Test(.enabled(if: !isWriter)) func surviveEveryKill() throws {
    let scratch = try Scratch()
    var acknowledged = [Int64](repeating: 0, count: Self.count)
    for _ in 0..<50 {
      try writeAndKill(scratch.path, &acknowledged)
      // The first kills may come before a journal is begun.
      for number in acknowledged.indices where acknowledged[number] > 0 {
        let journal = try EventReader(live: Self.path(number, in: scratch.path))
        let head = try JournalVerification().verify(journal)
        #expect(head.sequence >= acknowledged[number])
      }
    }
    #expect(acknowledged.allSatisfy { $0 > 50 })
  }

  /// Starts a writer, kills it after some writes, and takes in the last number of each journal that it acknowledged.
  private func writeAndKill(_ folder: String, _ acknowledged: inout [Int64]) throws {
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    process.arguments = [
      "--testing-library", "swift-testing", "--filter", "KilledJournalTests/writesWithoutEnd",
    ]
    process.environment = [Self.variable: folder]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    var patience = Int.random(in: 1...160)
    var pending = ""
    while patience > 0 {
      let data = pipe.fileHandleForReading.availableData
      if data.isEmpty { break }
      pending += String(decoding: data, as: UTF8.self)
      var lines = pending.split(separator: "\n", omittingEmptySubsequences: false)
      pending = String(lines.removeLast())
      for line in lines where line.hasPrefix("ack ") {
        let words = line.split(separator: " ")
        acknowledged[try #require(Int(words[1]))] = try #require(Int64(words[2]))
        patience -= 1
      }
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  @Test(.enabled(if: isWriter)) func writesWithoutEnd() async throws {
    let folder = try #require(ProcessInfo.processInfo.environment[Self.variable])
    try await withThrowingTaskGroup { group in
      for number in 0..<Self.count {
        let path = Self.path(number, in: folder)
        group.addTask {
          try await withCheckedThrowingContinuation { ended in
            Thread.detachNewThread { ended.resume(with: Result { try Self.write(number, to: path) }) }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func write(_ number: Int, to path: String) throws {
    let journal = try EventJournal(path: path)
    let moment = Moment(time: 1_700_000_000_000_000, uptime: 1, boot: "boot")
    while true {
      let entries = try journal.append(
        (0...Int.random(in: 0...3)).map { JournalEvent(.deviceAdded, ["port": "1-\($0)"]) }, at: moment)
      let line = "ack \(number) \(entries.last?.sequence ?? 0)\n"
      guard line.withCString({ Glibc.write(STDOUT_FILENO, $0, strlen($0)) }) > 0 else { return }
    }
  }
}
