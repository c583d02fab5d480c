import Foundation
import Stamping
import TestSupport
import Testing

/// The guided inspection, without a terminal and under one.
@Suite struct InspectCommandTests {
  private static let prompts = 19
  private static var script: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("inspect.py").path
  }
  private static var hasPexpect: Bool {
    FileManager.default.fileExists(atPath: "/usr/lib/python3/dist-packages/pexpect")
  }

  private func terminal(
    _ sample: StampedSample, _ name: String, stop: Int? = nil, findings: String = "", key: String? = nil,
    scans: Bool = false
  ) throws -> (Run, Registers?) {
    let work = sample.scratch.path + "/" + name
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    let run = try Run(
      "/usr/bin/python3",
      [
        Self.script, Built.airseal, scans ? sample.recording : sample.facts, sample.trust, key ?? sample.key,
        work,
      ]
        + (stop.map { ["\($0)"] } ?? []), environment: ["FINDINGS": findings])
    return (run, try Registers(reading: RegisterFolder(work + "/registers")))
  }

  @Test("From the first question to record and stamp", .enabled(if: hasPexpect))
  func theWholeWay() throws {
    let sample = try StampedSample()
    let (run, registers) = try terminal(sample, "whole", scans: true)
    #expect(run.output.hasPrefix("\(Self.prompts) 0"), "\(run.output) \(run.errors)")
    #expect(try registers?.stamps().map(\.serial) == ["THU-2026-000001"] || registers?.stamps().count == 1)
    let record = try #require(try registers?.records().first)
    let page = sample.scratch.path + "/whole/registers/records/\(record.record).html"
    let html = try String(contentsOfFile: page, encoding: .utf8)
    let label = "\(sample.scratch.path)/whole/result/\(record.stamp ?? "").pdf"
    let read = try Run(
      Built.airseal,
      ["stamp", "verify", "--qr", label, "--trust", sample.trust, "--signature-only"]
        + ["--registers", sample.scratch.path + "/whole/registers"])
    #expect(read.status == 0, "\(read.output) \(read.errors)")
    for text in ["BIÊN BẢN", "Trần Thị Mẫu", "Niêm phong 01, 02", "WS-MAU-0001", record.stamp ?? "?"] {
      #expect(html.contains(text), "\(text)")
    }
  }

  @Test("Ctrl-C leaves no half-issued stamp and no used number", .enabled(if: hasPexpect))
  func interrupted() throws {
    let sample = try StampedSample()
    for prompt in 1...Self.prompts {
      let (run, registers) = try terminal(sample, "\(prompt)", stop: prompt)
      #expect(run.output.hasPrefix("\(prompt) 1"), "\(prompt): \(run.output) \(run.errors)")
      #expect(run.output.contains("chưa cấp tem"), "\(prompt): \(run.output)")
      #expect(try registers?.stamps().isEmpty != false)
      #expect(try registers?.records().isEmpty != false)
    }
  }

  @Test(
    "A finding that a person settles on the spot, and the prompts that go with it", .enabled(if: hasPexpect))
  func settlesFindings() throws {
    let sample = try StampedSample("vacuumed-journal")
    let (run, registers) = try terminal(sample, "whole", findings: "c")
    #expect(run.output.hasPrefix("\(Self.prompts + 2) 0"), "\(run.output) \(run.errors)")
    #expect(try registers?.stamps().count == 1)
    let record = try #require(try registers?.records().first)
    #expect(record.conclusion == "compliant")
    let page = sample.scratch.path + "/whole/registers/records/\(record.record).txt"
    let text = try String(contentsOfFile: page, encoding: .utf8)
    #expect(text.contains("Đã đối chiếu biên bản vệ sinh nhật ký"), "\(text)")
    for prompt in [Self.prompts - 1, Self.prompts] {
      let (stopped, none) = try terminal(sample, "stop-\(prompt)", stop: prompt, findings: "c")
      #expect(stopped.output.hasPrefix("\(prompt) 1") && stopped.output.contains("chưa cấp tem"))
      #expect(try none?.stamps().isEmpty != false && none?.records().isEmpty != false)
      #expect(
        !FileManager.default.fileExists(atPath: sample.scratch.path + "/stop-\(prompt)/result/answers.jws"))
    }
    func plain(_ more: [String]) throws -> Run {
      try Run(
        Built.airseal,
        [
          "inspect", "--recording", sample.recording, "--trust", sample.trust, "--key", sample.key,
          "--registers",
        ]
          + [
            sample.registers, "--output", sample.scratch.path + "/result", "--issuer", "PA03", "--inspector",
            "B",
          ]
          + ["--unit", "X", "--keeper", "K", "--issue", "--reply", "software_licence=c:Hoá đơn"]
          + ["case_seals", "cameras", "foreign_origin"].flatMap { ["--reply", "\($0)=c:"] } + more)
    }
    #expect(try plain([]).status == 3)
    #expect(try plain(["--reply", "history_wiped=c:"]).status == 64)
    #expect(try plain(["--reply", "history_wiped=c:Đã xem"]).status == 0)
    #expect(try Registers(reading: RegisterFolder(sample.registers))?.stamps().count == 1)
  }

  @Test("Ctrl-C where the passphrase is asked", .enabled(if: hasPexpect))
  func interruptedAtThePassphrase() throws {
    let sample = try StampedSample()
    let (key, secret) = (sample.scratch.path + "/sealed.key", sample.scratch.path + "/secret")
    try Data("mat-khau-mau\n".utf8).write(to: URL(fileURLWithPath: secret))
    chmod(secret, 0o600)
    let made = try Run(
      Built.airseal, ["key", "new", key, "--name", "A", "--test", "--passphrase-file", secret])
    #expect(made.status == 0, "\(made.errors)")
    let (run, registers) = try terminal(sample, "sealed", stop: 6, key: key)
    #expect(run.output.hasPrefix("6 1"), "\(run.output)")
    #expect(try registers?.stamps().isEmpty != false && registers?.records().isEmpty != false)
  }

  @Test func withoutATerminal() throws {
    let sample = try StampedSample()
    func inspect(_ more: [String]) throws -> Run {
      try Run(
        Built.airseal,
        ["inspect", "--recording", sample.recording, "--trust", sample.trust, "--key", sample.key]
          + ["--registers", sample.registers, "--output", sample.scratch.path + "/result"] + more)
    }
    let names = ["--issuer", "PA03", "--inspector", "B", "--unit", "X", "--keeper", "K"]
    let missing = try inspect([])
    #expect(missing.status == 64 && missing.errors.contains("--issuer"))
    #expect(try inspect(names + ["--reply", "no_question=c:"]).status == 64)
    let good = ["case_seals", "cameras", "foreign_origin"].flatMap { ["--reply", "\($0)=c:"] }
    let licence = ["--reply", "software_licence=c:Hoá đơn"]
    let refused = try inspect(names + good + licence.map { $0.replacing("=c:", with: "=k:") } + ["--issue"])
    #expect(refused.status == 3, "\(refused.output)")
    #expect(try Registers(reading: RegisterFolder(sample.registers))?.stamps().isEmpty == true)
    let done = try inspect(names + good + licence + ["--issue"])
    #expect(done.status == 0, "\(done.output) \(done.errors)")
    #expect(try Registers(reading: RegisterFolder(sample.registers))?.stamps().count == 1)
    #expect(try Registers(reading: RegisterFolder(sample.registers))?.records().count == 2)
  }
}
