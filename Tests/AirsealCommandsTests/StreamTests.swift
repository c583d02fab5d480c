import Foundation
import TestSupport
import Testing

/// Outputs that take nothing end no command in a crash.
@Suite struct StreamTests {
  struct Case: CustomTestStringConvertible {
    let redirection: String
    let status: Int32
    var testDescription: String { redirection }
  }

  @Test(
    "A redirection of the outputs",
    arguments: [
      Case(redirection: ">&-", status: 0), Case(redirection: ">&- 2>&- <&-", status: 0),
      Case(redirection: ">/dev/full", status: 1), Case(redirection: ">/dev/full 2>/dev/full", status: 1),
    ])
  func redirected(_ input: Case) throws {
    let run = try Run("/bin/sh", ["-c", "\"$0\" tables \(input.redirection)", Built.airseal])
    #expect(run.status == input.status)
    #expect(!run.errors.contains("Fatal error") && !run.errors.contains("crashed"))
    #expect(run.errors.split(separator: "\n").count <= 1)
  }

  @Test func aReaderThatLeavesAtOnce() throws {
    let script = "{ \"$0\" tables; echo $? >&2; } | true"
    #expect(try Run("/bin/sh", ["-c", script, Built.airseal]).errors == "0\n")
  }
}
