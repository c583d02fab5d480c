import Attestation
import Facts
import Foundation
import SampleBuilder
import Stamping
import TestSupport
import Testing

/// A stamp at the command line: issued, verified, changed, made void.
@Suite struct StampCommandTests {
  @Test func issuesVerifiesAndVoids() throws {
    let sample = try StampedSample()
    let issued = try sample.issue()
    #expect(issued.status == 0 && issued.output.contains("THU-2026-000001") || issued.output.contains("THU-"))
    #expect(try sample.verify(["--facts", sample.facts]).status == 0)
    #expect(try sample.verify(["--recording", sample.later { _ in }]).status == 0)
    #expect(try sample.verify(["--signature-only"]).status == 0)
    let live = try sample.verify([])
    #expect(live.status == 2 && live.output.contains("test_key"))
    let serial = try #require(issued.output.split(separator: " ").first { $0.hasPrefix("THU-") })
    let void = try Run(
      Built.airseal,
      ["stamp", "void", serial.trimmingCharacters(in: .punctuationCharacters), "--reason", "machineChanged"]
        + ["--by", "B", "--key", sample.key, "--registers", sample.registers])
    #expect(void.status == 0, "\(void.errors)")
    let after = try sample.verify(["--facts", sample.facts])
    #expect(after.status == 2 && after.output.contains("\"voided\""))
    let elsewhere = try sample.verify(
      ["--signature-only", "--registers", sample.scratch.path + "/none"]
        + ["--revocations", sample.registers + "/revocations.jws"])
    #expect(elsewhere.status == 2)
    let voided = try Run(Built.airseal, ["register", "voided", "--registers", sample.registers])
    #expect(voided.output.contains("THU-"))
  }

  @Test("What changed is named") func changes() throws {
    let sample = try StampedSample()
    #expect(try sample.issue().status == 0)
    let wifi = """

      P: /devices/pci0000:00/0000:00:14.3
      E: SUBSYSTEM=pci
      E: PCI_CLASS=28000
      E: PCI_ID=8086:2723
      A: class=0x028000

      """
    let changes: [(String, (inout Manifest) -> Void)] = [
      ("part_changed.disk", { $0.devices = $0.devices?.replacing("SSD0001", with: "SSD0002") }),
      ("radio_added", { $0.devices = ($0.devices ?? "") + wifi }),
      (
        "system_replaced",
        { manifest in
          manifest.files?["/etc/os-release"]?.text = "ID=ubuntu\nVERSION_ID=\"24.04\"\nNAME=Ubuntu\n"
        }
      ),
      (
        "part_changed.machine_id",
        { $0.files?["/etc/machine-id"]?.text = "00000000000000000000000000000001\n" }
      ),
    ]
    for (code, change) in changes {
      let run = try sample.verify(["--recording", sample.later(change)])
      #expect(run.status == 2 && run.output.contains("\"\(code)\""), "\(code): \(run.output) \(run.errors)")
    }
    var attached = try Manifest.load("phone-attached", in: Built.root + "/samples")
    attached.collectedAt = Date().addingTimeInterval(60)
    attached.answers = nil
    let folder = sample.scratch.path + "/phone"
    try sample.builder.build(attached, into: folder)
    let run = try sample.verify(["--recording", folder])
    #expect(run.status == 2 && run.output.contains("device_attached."), "\(run.output)")
  }

  @Test("Facts with one byte changed, and facts that pretend to be those of the stamp")
  func alteredFacts() throws {
    let sample = try StampedSample()
    #expect(try sample.issue().status == 0)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: sample.facts))
    let name = try #require(bytes.range(of: Data("Bộ xử lý Mẫu".utf8)))
    bytes[name.upperBound - 4] ^= 1
    try bytes.write(to: URL(fileURLWithPath: sample.facts))
    #expect(try sample.verify(["--facts", sample.facts]).status == 4)
    let seal = try Seal.digest(ofFile: sample.facts) + "  facts.sqlite\n"
    try Data(seal.utf8).write(to: URL(fileURLWithPath: sample.facts + ".sha256"))
    #expect(try sample.verify(["--facts", sample.facts]).status == 4)
  }

  @Test("Only what passes is stamped, and facts of a recording by a key for tests only")
  func refusals() throws {
    let sample = try StampedSample()
    let undetermined = try Run(
      Built.airseal,
      ["stamp", "issue", "--facts", sample.facts, "--key", sample.key, "--issuer", "A", "--inspector", "B"]
        + ["--unit", "C", "--registers", sample.registers, "--trust", sample.trust])
    #expect(undetermined.status == 3, "\(undetermined.errors)")
    let real = sample.scratch.path + "/real"
    #expect(
      try Run(Built.airseal, ["key", "new", real, "--name", "A", "--no-passphrase"]).status == 0)
    #expect(try sample.issue(key: real).status == 64)
    #expect(try sample.issue(["--days", "0"]).status == 64)
  }

  @Test(
    "Expired, issued in the future, signed by a stranger",
    arguments: [("expired", 2), ("future", 2), ("stranger", 4)])
  func times(kind: String, status: Int) throws {
    let sample = try StampedSample()
    #expect(try sample.issue().status == 0)
    let trust = try TrustStore(folder: sample.trust)
    var stamp = try SignedStamp(file: sample.stamp, trust: trust).stamp
    switch kind {
    case "expired": stamp.validUntil = stamp.issued - 1
    case "future": stamp.issued += 86_400
    default: break
    }
    let signer =
      kind == "stranger" ? KeyPair.generate(name: "X", isTest: true) : try KeyPair(file: sample.key)
    let text = try JWS.sign(stamp, type: Statement.stamp, with: signer)
    try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: sample.stamp))
    let run = try sample.verify(["--signature-only"])
    #expect(run.status == status, "\(run.output) \(run.errors)")
    if status == 2 {
      #expect(run.output.contains(kind == "expired" ? "\"expired\"" : "\"clock_set_back\""))
    }
  }

  @Test func registersGoOutAndIn() throws {
    let sample = try StampedSample()
    #expect(try sample.issue().status == 0)
    let table = sample.scratch.path + "/stamps.csv"
    func register(_ arguments: [String]) throws -> Run { try Run(Built.airseal, ["register"] + arguments) }
    let other = ["--registers", sample.scratch.path + "/other"]
    let own = ["--registers", sample.registers]
    #expect(try register(["export", table] + own).status == 0)
    #expect(try register(["import", table, "--trust", sample.trust] + other).status == 4)
    #expect(try register(["export", table, "--key", sample.key] + own).status == 0)
    #expect(try register(["import", table, "--trust", sample.trust] + other).status == 0)
    #expect(try register(["list"] + other).output.contains("THU-"))
    #expect(try register(["history", "WS-MAU-0001"] + other).output.contains("THU-"))
    #expect(try register(["history", "no such machine"] + other).status == 64)
    #expect(try register(["overdue"] + other).output.contains("THU-") == false)
    #expect(try register(["overdue", "--within", "400"] + other).output.contains("THU-"))
    var bytes = try Data(contentsOf: URL(fileURLWithPath: table))
    bytes[bytes.count - 9] ^= 1
    try bytes.write(to: URL(fileURLWithPath: table))
    #expect(try register(["import", table, "--trust", sample.trust] + other).status == 4)
  }
}
