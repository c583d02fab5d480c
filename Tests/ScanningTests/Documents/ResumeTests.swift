import Foundation
import Synchronization
import TestSupport
import Testing

/// A scan that a power cut or `kill -9` ends goes on where it stood.
struct ResumeTests {
  @Test func whatWasReadBeforeTheKillIsNotReadAgain() throws {
    let tree = try TemporaryTree()
    let page = SampleDocuments.docx([["chim vành khuyên"]])
    for index in 0..<12_000 { try tree.file("home/an/\(index / 500)/\(index).dat", "một \(index)") }
    for index in 0..<30 { try tree.file("home/an/mat\(index).txt", "Số: 4/BC\nTỐI MẬT\n") }
    for index in 0..<1200 { try tree.file("home/an/\(index / 50)/\(index).docx", bytes: page) }
    _ = try tree.host()
    let scratch = try Scratch()
    let state = ["AIRSEAL_STATE": scratch.path]
    let arguments = [
      "scan", "--recording", tree.path, "--output", scratch.path + "/out", "--cache", "--format", "json",
    ]
    // Files that changed in the last seconds are not trusted to stay.
    usleep(2_100_000)
    try killed(arguments, state, once: scratch.path + "/cache/documents.cache", holds: 2000)
    let run = try Run(Built.airseal, arguments, environment: state)
    #expect((0...3).contains(run.status), "\(run.errors)")
    func query(_ sql: String) throws -> Int {
      let answer = try Run(
        Built.airseal, ["query", sql, "--facts", scratch.path + "/out/facts.sqlite", "--format", "csv"])
      let number = answer.output.split(whereSeparator: \.isNewline).last.map(String.init)
      return try #require(number.flatMap { Double($0) }.map { Int($0) }, "\(answer.errors)")
    }
    #expect(try query("SELECT total(cached) FROM document_tally") >= 100)
    #expect(try query("SELECT total(files) FROM document_tally") == 13_230)
    #expect(try query("SELECT count(DISTINCT path) FROM marking") == 30)
  }

  /// Starts the program and kills it once a file has so many bytes.
  private func killed(
    _ arguments: [String], _ environment: [String: String], once path: String, holds size: Int
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Built.airseal)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning {
      var info = stat()
      if stat(path, &info) == 0, info.st_size >= size { break }
      usleep(1000)
    }
    #expect(process.isRunning, "the scan ended before it could be killed")
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
