import Foundation
import Glibc
import TestSupport
import Testing

@testable import Stamping

/// A program that issues a stamp and a record dies at its writes: register and files agree afterwards.
@Suite struct KilledIssueTests {
  private static let isIssuer = ProcessInfo.processInfo.environment[IssuerProcess.variable] != nil
  /// The calls by which SQLite and airseal change files, with the least number of each in one issue.
  private static let calls = ["pwrite64": 4, "fdatasync": 2, "fsync": 2, "write": 2, "rename": 2]

  private let machine: StampedMachine
  private let folder: RegisterFolder

  init() throws {
    machine = try StampedMachine()
    folder = RegisterFolder(machine.scratch.path + "/registers")
  }

  private func begin() throws {
    _ = try Registers(writing: folder).issue(
      machine.issue(withRecord: true), series: "THU", at: StampedMachine.issued, utcOffset: 0)
    try machine.key.write(to: machine.scratch.path + "/key")
  }

  private func stamps(_ folder: RegisterFolder) throws -> Int {
    try #require(try Registers(reading: folder)).stamps().count
  }

  @Test(
    "What lies on the disk after each write is whole, as a death there would leave it",
    .enabled(if: isRunnable))
  func agreesAfterEveryWrite() throws {
    try begin()
    var seen: [String: Int] = [:]
    var issued = 1
    let copy = RegisterFolder(machine.scratch.path + "/copy")
    try IssuerProcess(machine.scratch.path, folder).stopping(at: Self.calls.keys.sorted()) { call in
      seen[call, default: 0] += 1
      try FileManager.default.copyItem(atPath: folder.path, toPath: copy.path)
      try RegisterAgreement.check(copy, machine.trust)
      let count = try stamps(copy)
      #expect((issued...2).contains(count), "\(call)")
      issued = count
      try FileManager.default.removeItem(atPath: copy.path)
    }
    for (call, least) in Self.calls { #expect(seen[call, default: 0] >= least, "\(call)") }
    try RegisterAgreement.check(folder, machine.trust)
    #expect(try stamps(folder) == 2)
  }

  @Test(
    "The next opening finishes or takes back what a killed issue left", .enabled(if: isRunnable),
    arguments: ["rename", "fsync", "fdatasync"])
  func agreesAfterEveryKill(_ call: String) throws {
    try begin()
    var issued = 1
    var deaths = 0
    while try IssuerProcess(machine.scratch.path, folder).dies(at: call, deaths + 1), deaths < 20 {
      deaths += 1
      try RegisterAgreement.check(folder, machine.trust)
      let count = try stamps(folder)
      #expect((issued...issued + 1).contains(count))
      issued = count
    }
    try RegisterAgreement.check(folder, machine.trust)
    #expect(deaths >= 2, "\(call)")
    #expect(try stamps(folder) == issued + 1)
  }

  private static var isRunnable: Bool {
    !isIssuer && FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")
  }

  @Test(.enabled(if: isIssuer))
  func issuesOnce() throws {
    let path = try #require(ProcessInfo.processInfo.environment[IssuerProcess.variable])
    let machine = try StampedMachine()
    let folder = RegisterFolder(path + "/registers")
    _ = try Registers(writing: folder).issue(
      machine.issue(withRecord: true, keyFile: path + "/key"), series: "THU", at: StampedMachine.issued,
      utcOffset: 0)
  }
}
