import Foundation
import Glibc
import Testing
import TestSupport

@testable import Stamping

/// A program that issues a stamp and a record dies at each of its writes: register and files agree afterwards.
@Suite struct KilledIssueTests {
  private static let variable = "AIRSEAL_KILLED_ISSUE"
  private static let isIssuer = ProcessInfo.processInfo.environment[variable] != nil
  /// The calls by which SQLite and airseal change files, with the least number of each in one issue.
  private static let calls = [("pwrite64", 4), ("fdatasync", 2), ("fsync", 2), ("write", 2), ("rename", 2)]

  @Test(.enabled(if: !isIssuer && hasTracer), arguments: calls)
  func agreesAfterEveryKill(_ call: String, least: Int) throws {
    let machine = try StampedMachine()
    let folder = RegisterFolder(machine.scratch.path + "/registers")
    _ = try Registers(writing: folder).issue(
      machine.issue(withRecord: true), series: "THU", at: StampedMachine.issued, utcOffset: 0)
    try machine.key.write(to: machine.scratch.path + "/key")
    var issued = 1
    var deaths = 0
    while try issueAndKill(machine, call, at: deaths + 1), deaths < 100 {
      deaths += 1
      try RegisterAgreement.check(folder, machine.trust)
      let count = try #require(try Registers(reading: folder)).stamps().count
      #expect((issued...issued + 1).contains(count))
      issued = count
    }
    try RegisterAgreement.check(folder, machine.trust)
    #expect(deaths >= least, "\(call)")
    #expect(try #require(try Registers(reading: folder)).stamps().count == issued + 1)
  }

  private static var hasTracer: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/strace") }

  /// Runs an issuer that is killed at the given call below its folder; whether it died of it.
  private func issueAndKill(_ machine: StampedMachine, _ call: String, at point: Int) throws -> Bool {
    let folder = machine.scratch.path + "/registers"
    let paths = [
      "registers.sqlite", "registers.sqlite-journal", "stamps", "records", "revocations.jws",
    ].map { folder + "/" + $0 }
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let tracer = Process()
    tracer.executableURL = URL(fileURLWithPath: "/usr/bin/strace")
    tracer.arguments =
      ["-f", "-o", "/dev/null", "-e", "trace=\(call)"]
      + ["-e", "inject=\(call):signal=KILL:when=\(point)"]
      + (paths + Self.files(folder)).flatMap { ["-P", $0] }
      + [program, "--testing-library", "swift-testing", "--filter", "KilledIssueTests/issuesOnce"]
    tracer.environment = [Self.variable: machine.scratch.path, "TMPDIR": machine.scratch.path]
    tracer.standardOutput = FileHandle.nullDevice
    tracer.standardError = FileHandle.nullDevice
    try tracer.run()
    tracer.waitUntilExit()
    return tracer.terminationReason == .uncaughtSignal || tracer.terminationStatus != 0
  }

  /// Names of the files that the next issues write.
  private static func files(_ folder: String) -> [String] {
    (1...40).flatMap { number in
      let digits = number < 10 ? "00000\(number)" : "0000\(number)"
      return ["stamps/THU-2026-\(digits).jws", "records/BB-2026-\(digits).html"].flatMap {
        ["\(folder)/\($0)", "\(folder)/\($0).partial"]
      }
    }
  }

  @Test(.enabled(if: isIssuer))
  func issuesOnce() throws {
    let path = try #require(ProcessInfo.processInfo.environment[Self.variable])
    let machine = try StampedMachine()
    let folder = RegisterFolder(path + "/registers")
    _ = try Registers(writing: folder).issue(
      machine.issue(withRecord: true, keyFile: path + "/key"), series: "THU", at: StampedMachine.issued,
      utcOffset: 0)
  }
}
