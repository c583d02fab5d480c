import Foundation
import TestSupport
import Testing

@testable import Sandbox

struct SelfTestTests {
  private func run(_ arguments: [String]) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: try #require(BuiltProgram.path("airseal-parse")))
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try #require(try pipe.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }

  @Test func refusesEveryAttempt() throws {
    let result = try run(["--self-test", "--lang", "en"])
    #expect(result.status == 0)
    for name in ["open", "stat", "socket", "connect", "fork", "exec", "kill", "ptrace", "mmap"] {
      #expect(result.output.contains("(\(name)): refused"), "\(name)")
    }
    #expect(!result.output.contains("NOT refused"))
  }

  @Test func speaksVietnameseByDefault() throws {
    #expect(try run(["--self-test"]).output.contains("bị chặn"))
  }

  @Test func refusesUnknownArguments() throws { #expect(try run(["--nonsense"]).status == 64) }

  @Test(.enabled(if: getuid() == 0)) func refusesEveryAttemptOfAnOrdinaryUser() throws {
    let result = try asUser("exec \"$0\" --self-test --lang en")
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("(ptrace): refused"))
  }

  @Test(.enabled(if: Compiler.path != nil)) func sandboxWithoutSeccompFails() throws {
    let scratch = try Scratch()
    let source = "int seccomp_load(void *filter) { return 0; }"
    try Data(source.utf8).write(to: URL(filePath: scratch.path + "/hole.c"))
    let hole = scratch.path + "/hole.so"
    let compiled = try Run(
      try #require(Compiler.path), ["-shared", "-fPIC", "-o", hole, scratch.path + "/hole.c"])
    try #require(compiled.status == 0, "\(compiled.errors)")
    let result = try Run(Built.worker, ["--self-test", "--lang", "en"], environment: ["LD_PRELOAD": hole])
    #expect(result.status != 0)
  }

  @Test func onlyRefusalsCount() {
    for code in [0, ENOSYS, ENOENT, ECONNREFUSED] {
      #expect(!SelfTest.Result(attempt: .open, code: code).isRefused)
    }
    #expect(SelfTest.Result(attempt: .open, code: EPERM).isRefused)
  }

  /// Runs a shell script as nobody, with a copy of the worker as $0.
  private func asUser(_ script: String) throws -> Run {
    let scratch = try Scratch()
    let worker = scratch.path + "/airseal-parse"
    try FileManager.default.copyItem(atPath: Built.worker, toPath: worker)
    for path in [scratch.path, worker] { try #require(chmod(path, 0o755) == 0) }
    return try Run(
      "/usr/bin/setpriv",
      ["--reuid", "65534", "--regid", "65534", "--clear-groups", "/bin/sh", "-c", script, worker])
  }
}

/// The C compiler of this machine, if it has one.
private enum Compiler {
  static let path = ["/usr/bin/cc", "/usr/bin/clang", "/usr/bin/gcc"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
}
