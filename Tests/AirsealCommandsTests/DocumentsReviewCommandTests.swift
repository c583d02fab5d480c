import Foundation
import TestSupport
import Testing

/// `airseal documents review` over a sealed scan: a marking that is none, accepted with a signature.
@Suite struct DocumentsReviewCommandTests {
  private let scratch: Scratch
  private let tree: TemporaryTree
  private var facts: String { scratch.path + "/scan/facts.sqlite" }
  private var key: String { scratch.path + "/key" }
  private var file: String { scratch.path + "/answers.jws" }
  private var trust: String { scratch.path + "/issuers" }
  private let path = "/home/an/bieu-mau.txt"

  init() throws {
    scratch = try Scratch()
    tree = try TemporaryTree().file("etc/machine-id", "0123456789abcdef0123456789abcdef\n")
      .file("home/an/bieu-mau.txt", "Số: 4/BC-UBND\nTỐI MẬT\nBÁO CÁO\n")
    _ = try tree.host()
    try scan()
    #expect(try Run(Built.airseal, ["key", "new", key, "--name", "A", "--test"]).status == 0)
    #expect(try Run(Built.airseal, ["key", "trust", key + ".pub", "--trust", trust]).status == 0)
  }

  private func scan() throws {
    let run = try Run(
      Built.airseal, ["scan", "--recording", tree.path, "--output", scratch.path + "/scan"])
    #expect((0...3).contains(run.status), "\(run.errors)")
  }

  private func review(_ more: [String] = []) throws -> Run {
    try Run(Built.airseal, ["documents", "review", "--facts", facts] + more)
  }

  private func accept(_ path: String) throws -> Run {
    try review([
      "--accept", path, "--key", key, "--inspector", "Trần B", "--unit", "Phòng X", "--reason",
      "Biểu mẫu lớp học",
      "--file", file,
    ])
  }

  /// The findings of the check and the whole report.
  private func judged() throws -> (isFound: Bool, report: String) {
    let run = try Run(
      Built.airseal,
      ["evaluate", facts, "--answers", file, "--trust", trust, "--output", scratch.path + "/again", "-v"])
    #expect((0...3).contains(run.status), "\(run.errors)")
    let report = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (report.contains("Tệp \(path) mang dấu chỉ độ mật"), report)
  }

  @Test func aReviewedMarkingAccusesNobody() throws {
    #expect(try review().output.contains("bieu-mau.txt"))
    #expect(try review(["--accept", path]).status == 64)
    #expect(try accept("/home/an/khac.txt").status == 64)
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(try accept(path).status == 0)
    let reviewed = try judged()
    #expect(!reviewed.isFound)
    #expect(reviewed.report.contains("Biểu mẫu lớp học · Trần B"))
  }

  @Test func aChangedFileNeedsANewLook() throws {
    #expect(try accept(path).status == 0)
    try tree.file("home/an/bieu-mau.txt", "Số: 5/BC-UBND\nTỐI MẬT\nBÁO CÁO\n")
    try scan()
    #expect(try judged().isFound)
  }
}
