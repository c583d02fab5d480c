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
    let void = try sample.void("--reason", "machine-changed")
    #expect(void.status == 0, "\(void.errors)")
    #expect(try sample.void("--reason", "machineChanged").status == 64)
    let after = try sample.verify(["--facts", sample.facts])
    #expect(after.status == 2 && after.output.contains("\"voided\""))
    let elsewhereOnly = ["--signature-only", "--registers", sample.scratch.path + "/none"]
    let elsewhere = try sample.verify(
      elsewhereOnly + ["--revocations", sample.registers + "/revocations.jws"])
    #expect(elsewhere.status == 2)
    #expect(try sample.verify(elsewhereOnly).status == 0)
    let list = sample.trust + "/revocations.jws"
    try FileManager.default.copyItem(atPath: sample.registers + "/revocations.jws", toPath: list)
    #expect(try sample.verify(elsewhereOnly).status == 2)
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

  @Test("Void at once where the keys lie") func voidsInTheFolderOfKeys() throws {
    let sample = try StampedSample()
    #expect(try sample.issue().status == 0)
    let elsewhere = ["--signature-only", "--registers", sample.scratch.path + "/none"]
    let empty = sample.scratch.path + "/empty"
    #expect(try sample.void("--reason", "stamp-lost", "--trust", empty).status == 4)
    #expect(try sample.verify(elsewhere).status == 0)
    #expect(try sample.void("--reason", "stamp-lost", "--trust", sample.trust).status == 0)
    let after = try sample.verify(elsewhere)
    #expect(after.status == 2 && after.output.contains("\"voided\""))
  }

  @Test("A link that is up now, and what a later scan leaves to a person")
  func connectionsAndAnswers() throws {
    let sample = try StampedSample()
    #expect(try sample.issue().status == 0)
    let folder = try sample.later { _ in }
    let state = folder + "/network.json"
    let text = try String(contentsOfFile: state, encoding: .utf8)
    let up = text.replacing("\"carrier\" : false", with: "\"carrier\" : true")
    #expect(up != text)
    try Data(up.utf8).write(to: URL(fileURLWithPath: state))
    let linked = try sample.verify(["--recording", folder])
    #expect(linked.status == 2 && linked.output.contains("finding.network_link_up"), "\(linked.output)")
    #expect(linked.output.contains("enp0s31f6"))
    #expect(try sample.verify(["--answers", sample.recording + "/answers.jws"]).status == 64)
    let judged = try sample.verify(
      ["--facts", sample.facts, "--answers", sample.recording + "/answers.jws"])
    #expect(judged.status == 0, "\(judged.output) \(judged.errors)")
  }

  @Test("A picture of the printed stamp without its file") func printedOnly() throws {
    let sample = try StampedSample()
    #expect(try sample.issue().status == 0)
    let label = sample.scratch.path + "/tem.pdf"
    let printed = try Run(
      Built.airseal,
      ["stamp", "print", sample.stamp, "--output", label, "--key", sample.key, "--trust", sample.trust])
    #expect(printed.status == 0, "\(printed.errors)")
    func verify(_ more: [String]) throws -> Run {
      try Run(
        Built.airseal,
        ["stamp", "verify", "--qr", label, "--trust", sample.trust, "--format", "json"] + more)
    }
    let none = ["--registers", sample.scratch.path + "/none"]
    #expect(try verify(["--facts", sample.facts, "--registers", sample.registers]).status == 0)
    let alone = try verify(none)
    #expect(alone.status == 2 && alone.output.contains("test_key") && alone.output.contains("printed_only"))
    #expect(try verify(none + ["--signature-only"]).output.contains("printed_only") == false)
    #expect(try sample.void("--reason", "stamp-lost", "--trust", sample.trust).status == 0)
    #expect(try verify(none).output.contains("\"voided\""))
    let other = try StampedSample()
    #expect(try other.issue().status == 0)
    let mixed = try verify([other.stamp] + none)
    #expect(mixed.status == 4, "\(mixed.output) \(mixed.errors)")
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
