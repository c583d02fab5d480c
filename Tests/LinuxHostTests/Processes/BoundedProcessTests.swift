import Facts
import LinuxHost
import Testing

@Suite struct BoundedProcessTests {
  @Test func givesStatusAndOutput() throws {
    let result = try BoundedProcess.run(
      "/bin/sh", ["-c", "echo out; echo err >&2; echo $LC_ALL; exit 3"], seconds: 20)
    #expect(result == .init(status: 3, output: "out\nerr\nC\n"))
  }

  @Test func aSignalLeavesNoStatus() throws {
    #expect(try BoundedProcess.run("/bin/sh", ["-c", "kill -9 $$"], seconds: 20).status == nil)
  }

  @Test func longOutputIsCut() throws {
    let result = try BoundedProcess.run(
      "/bin/sh", ["-c", "head -c 300000 /dev/zero"], seconds: 20, outputLimit: 100)
    #expect(result.status == 0 && result.output.utf8.count == 100)
  }

  @Test func theTimeIsLimited() {
    let error = #expect(throws: ProcessError.self) {
      try BoundedProcess.run("/bin/sleep", ["60"], seconds: 1)
    }
    #expect(error?.reason == .timedOut)
  }

  @Test func aMissingProgramIsAnError() {
    let error = #expect(throws: ProcessError.self) {
      try BoundedProcess.run("/nonexistent/tool", [], seconds: 1)
    }
    #expect(error?.reason == .expectedButAbsent)
  }
}
