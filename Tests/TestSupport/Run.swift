import Foundation

/// A program that ran to its end.
public struct Run: Sendable {
  public let status: Int32
  public let output: String
  public let errors: String

  /// Runs a program with a clean environment; both outputs go through files, so that neither can block it.
  public init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    let scratch = try Scratch()
    let paths = (scratch.path + "/out", scratch.path + "/err")
    for path in [paths.0, paths.1] {
      guard FileManager.default.createFile(atPath: path, contents: nil) else { throw POSIXError(.EIO) }
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    var all = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": scratch.path, "LANG": "C.UTF-8"]
    all.merge(environment) { $1 }
    process.environment = all
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: paths.0)
    process.standardError = FileHandle(forWritingAtPath: paths.1)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOfFile: paths.0, encoding: .utf8)
    errors = try String(contentsOfFile: paths.1, encoding: .utf8)
  }
}
