import Foundation
import Glibc
import Stamping

/// This test program once more, issuing one stamp with a record below strace.
struct IssuerProcess {
  static let variable = "AIRSEAL_KILLED_ISSUE"

  private let work: String
  private let folder: RegisterFolder

  init(_ work: String, _ folder: RegisterFolder) {
    self.work = work
    self.folder = folder
  }

  /// Kills it at the given call below its folder; whether it died of it.
  func dies(at call: String, _ point: Int) throws -> Bool {
    let tracer = try tracer(["-e", "trace=\(call)", "-e", "inject=\(call):signal=KILL:when=\(point)"])
    tracer.standardError = FileHandle.nullDevice
    try tracer.run()
    tracer.waitUntilExit()
    return tracer.terminationReason == .uncaughtSignal || tracer.terminationStatus != 0
  }

  /// Stops it after each of the given calls below its folder, and lets it go on when `body` has looked.
  func stopping(at calls: [String], _ body: (_ call: String) throws -> Void) throws {
    let names = calls.joined(separator: ",")
    let tracer = try tracer(["-e", "trace=\(names)", "-e", "inject=\(names):signal=STOP"])
    let log = Pipe()
    tracer.standardError = log
    try tracer.run()
    try log.fileHandleForWriting.close()
    var call = ""
    var stopping: Int32 = 0
    for line in Lines(log.fileHandleForReading) {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count > 2, words[0] == "[pid", let id = Int32(words[1].dropLast()) else { continue }
      let rest = words[2].drop { $0 == " " }
      if let name = calls.first(where: { rest.hasPrefix($0 + "(") }) { call = name }
      if rest.hasPrefix("--- SIGSTOP {") { stopping = id }
      if rest.hasPrefix("--- stopped by SIGSTOP"), id == stopping {
        stopping = 0
        do {
          try body(call)
        } catch {
          kill(id, SIGKILL)
          tracer.waitUntilExit()
          throw error
        }
        kill(id, SIGCONT)
      }
    }
    tracer.waitUntilExit()
    guard tracer.terminationStatus == 0 else { throw POSIXError(.ECHILD) }
  }

  private func tracer(_ options: [String]) throws -> Process {
    let paths = [
      "registers.sqlite", "registers.sqlite-journal", "stamps", "records", "revocations.jws",
    ].map { folder.path + "/" + $0 }
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let tracer = Process()
    tracer.executableURL = URL(fileURLWithPath: "/usr/bin/strace")
    tracer.arguments =
      ["-f"] + options + (paths + files).flatMap { ["-P", $0] }
      + ["/bin/sh", "-c", #"exec "$0" "$@" >/dev/null 2>&1"#, program, "--testing-library", "swift-testing"]
      + ["--filter", "KilledIssueTests/issuesOnce"]
    tracer.environment = [Self.variable: work, "TMPDIR": work]
    tracer.standardOutput = FileHandle.nullDevice
    return tracer
  }

  /// Names of the files that the next issues write.
  private var files: [String] {
    (1...20).flatMap { number in
      let digits = number < 10 ? "00000\(number)" : "0000\(number)"
      return ["stamps/THU-2026-\(digits).jws", "records/BB-2026-\(digits).html"].flatMap {
        ["\(folder.path)/\($0)", "\(folder.path)/\($0).partial"]
      }
    }
  }

  /// Lines as they come.
  private struct Lines: Sequence, IteratorProtocol {
    private let handle: FileHandle
    private var bytes = Data()

    init(_ handle: FileHandle) { self.handle = handle }

    mutating func next() -> String? {
      while true {
        if let end = bytes.firstIndex(of: 0x0A) {
          let line = String(decoding: bytes[..<end], as: UTF8.self)
          bytes = Data(bytes[(end + 1)...])
          return line
        }
        let more = handle.availableData
        if more.isEmpty { return nil }
        bytes += more
      }
    }
  }
}
