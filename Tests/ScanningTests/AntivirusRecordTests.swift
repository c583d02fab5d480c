import Attestation
import Collectors
import Facts
import Foundation
import Rules
import SampleBuilder
import Scanning
import TestSupport
import Testing

/// What an operator signs of an antivirus product, and what a person answers of a suspicion, settle a sample.
@Suite struct AntivirusRecordTests {
  private struct Case {
    let samples: Samples
    let folder: String
    let manifest: Manifest
    let scratch: Scratch

    init(_ name: String) throws {
      samples = try Samples()
      scratch = try Scratch()
      folder = scratch.path + "/recording"
      manifest = try Manifest.load(name, in: samples.source)
      try samples.builder.build(manifest, into: folder)
    }

    func judge(_ options: CollectorOptions? = nil, answers more: [SignedAnswer] = []) throws -> Outcome {
      let trust = try TrustStore(folder: folder + "/issuers")
      let answers = try AnswerLoader.load([folder + "/answers.jws"], trust: trust)
      let profile = try #require(samples.pack.profile("drafting"))
      let output = scratch.path + "/" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
      let plan = ScanPlan(
        origin: .recording(folder), profile: profile, edition: "2018", options: options ?? samples.options,
        answers: answers + more, output: output)
      return try ScanRun(plan: plan, pack: samples.pack).run(monitor: SilentMonitor()).outcome
    }
  }

  @Test func aRecordSpeaksForAnUndescribedProduct() throws {
    let sample = try Case("antivirus-undescribed")
    let before = try sample.judge()
    #expect(before.exitCode == 3)
    #expect(before.gaps.contains { $0.reason == .notDescribed })
    let key = KeyPair.generate(name: "test", isTest: true)
    let keys = sample.scratch.path + "/keys"
    try FileManager.default.createDirectory(atPath: keys, withIntermediateDirectories: true)
    try key.publicKey.write(to: keys + "/test.jwk")
    let now = before.scan.collectedAt
    let record = AntivirusRecord(
      product: "Bkav", licenceEnd: now + 86_400, licenceHolder: "Đơn vị mẫu", signaturesAt: now - 86_400,
      enabled: true, statement: "Đã xem trên máy", inspector: "A", unit: "B", machine: before.machine,
      issued: now, expires: now + 1)
    let file = sample.scratch.path + "/antivirus.jws"
    try AntivirusRecordLoader.sign(record, with: key).write(toFile: file, atomically: true, encoding: .utf8)
    var options = sample.samples.options
    options.antivirusRecords = try AntivirusRecordLoader.load([file], trust: TrustStore(folder: keys))
    #expect(try sample.judge(options).exitCode == 0)
    let stranger = KeyPair.generate(name: "stranger", isTest: true)
    let forged = try AntivirusRecordLoader.sign(record, with: stranger)
    try forged.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(throws: AnswerError.self) {
      try AntivirusRecordLoader.load([file], trust: TrustStore(folder: keys))
    }
  }

  @Test func aLoneShortcutIsAQuestion() throws {
    let sample = try Case("usb-shortcut")
    let before = try sample.judge()
    let result = try #require(before.editions.first?.results.first { $0.check.id == "malware_suspected" })
    #expect(before.exitCode == 3 && result.evidence.count == 1)
    let answer = Answer(
      check: "malware_suspected", reply: .pass, scope: result.evidence.map(\.subject),
      statement: "Do người dùng tạo", inspector: "A", unit: "B", machine: before.machine,
      issued: before.scan.collectedAt,
      expires: before.scan.collectedAt + 1)
    let signed = SignedAnswer(answer: answer, keyID: "key", isTest: true)
    #expect(try sample.judge(answers: [signed]).exitCode == 0)
  }
}
