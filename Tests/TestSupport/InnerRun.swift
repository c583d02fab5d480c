import Foundation
import LinuxHost

/// Runs one test of this test program once more, below another program that changes what it sees.
public enum InnerRun {
  /// Whether this process is such a run of the named kind.
  public static func isInside(_ kind: String) -> Bool {
    ProcessInfo.processInfo.environment["AIRSEAL_INNER_RUN"] == kind
  }

  /// Runs the test that `filter` names below `wrapper`.
  public static func run(_ kind: String, wrapper: [String], filter: String) throws -> BoundedProcess.Result {
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return try BoundedProcess.run(
      ProgramCall(
        "/usr/bin/env",
        ["AIRSEAL_INNER_RUN=\(kind)"] + wrapper
          + [program, "--testing-library", "swift-testing", "--filter", filter],
        seconds: 120, rights: .root))
  }
}
