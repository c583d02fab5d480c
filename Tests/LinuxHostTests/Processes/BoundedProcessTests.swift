import Facts
import Foundation
import LinuxHost
import TestSupport
import Testing

@Suite struct BoundedProcessTests {
  @Test func givesStatusAndOutput() throws {
    let result = try BoundedProcess.run(
      ProgramCall("/bin/sh", ["-c", "echo out; echo err >&2; echo $LC_ALL; exit 3"], seconds: 20))
    #expect(result == .init(status: 3, output: "out\nerr\nC\n"))
  }

  @Test func aSignalLeavesNoStatus() throws {
    #expect(try BoundedProcess.run(ProgramCall("/bin/sh", ["-c", "kill -9 $$"], seconds: 20)).status == nil)
  }

  @Test func longOutputIsCut() throws {
    let result = try BoundedProcess.run(
      ProgramCall("/bin/sh", ["-c", "head -c 300000 /dev/zero"], seconds: 20, outputLimit: 100))
    #expect(result.status == 0 && result.output.utf8.count == 100)
  }

  @Test func theTimeIsLimited() {
    let error = #expect(throws: ProcessError.self) {
      try BoundedProcess.run(ProgramCall("/bin/sleep", ["60"], seconds: 1))
    }
    #expect(error?.reason == .timedOut)
  }

  @Test func aMissingProgramIsAnError() {
    let error = #expect(throws: ProcessError.self) {
      try BoundedProcess.run(ProgramCall("/nonexistent/tool", [], seconds: 1))
    }
    #expect(error?.reason == .expectedButAbsent)
  }

  @Test(.enabled(if: geteuid() == 0, "rights are dropped by root only"))
  func rightsAreDropped() throws {
    func run(_ script: String, _ rights: ProgramCall.Rights) throws -> String {
      try BoundedProcess.run(ProgramCall("/bin/sh", ["-c", script], seconds: 20, rights: rights)).output
    }
    let script = "id -u; id -G; grep -E '^(CapEff|NoNewPrivs)' /proc/self/status"
    let nobody = try run(script, .nobody)
    #expect(nobody == "65534\n65534\nCapEff:\t0000000000000000\nNoNewPrivs:\t1\n")
    let reader = try run(script, .reader)
    #expect(reader == "65534\n65534\nCapEff:\t0000000000000004\nNoNewPrivs:\t1\n")
    #expect(try run("id -u", .root) == "0\n")
    #expect(try run("cat /etc/shadow", .nobody).contains("ermission denied"))
    #expect(try run("head -c 4 /etc/shadow", .reader) == "root")
    #expect(try run("echo >> /etc/shadow", .reader).contains("ermission denied"))
  }

  @Test(.enabled(if: geteuid() == 0, "a network of its own needs root"))
  func theNetworkCanBeTaken() throws {
    let call = ProgramCall("/bin/cat", ["/proc/net/dev"], seconds: 20, withoutNetwork: true)
    let lines = try BoundedProcess.run(call).output.split(separator: "\n").dropFirst(2)
    #expect(lines.allSatisfy { $0.contains("lo:") })
  }

  @Test func whatItStartedEndsWithIt() throws {
    let scratch = try Scratch()
    let file = scratch.path + "/pid"
    let script = "sleep 300 & echo $! > \(file); wait"
    #expect(throws: ProcessError.self) {
      try BoundedProcess.run(ProgramCall("/bin/sh", ["-c", script], seconds: 1, rights: .root))
    }
    let text = try String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .newlines)
    let child = try #require(Int32(text))
    func isRunning() -> Bool {
      guard let state = FileManager.default.contents(atPath: "/proc/\(child)/stat") else { return false }
      return !String(decoding: state, as: UTF8.self).contains(") Z ")
    }
    for _ in 0..<50 where isRunning() { poll(nil, 0, 20) }
    #expect(!isRunning())
  }

  @Test func aTickCanStopIt() {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try BoundedProcess.run(ProgramCall("/bin/sleep", ["60"], seconds: 60)) { throw Stop() }
    }
  }
}
