import Foundation
import TestSupport
import Testing

/// Keys and signed answers at the command line.
@Suite struct AnswerCommandTests {
  let scratch: Scratch
  var facts: String { scratch.path + "/scan/facts.sqlite" }
  var key: String { scratch.path + "/key" }
  var file: String { scratch.path + "/answers.jws" }
  var trust: String { scratch.path + "/issuers" }

  init() throws {
    scratch = try Scratch()
    let tree = try TemporaryTree()
    try tree.file("etc/machine-id", "0123456789abcdef0123456789abcdef\n")
    try tree.devices(
      """
      P: /devices/pci0000:00/0000:00:14.3
      E: SUBSYSTEM=pci
      E: PCI_CLASS=28000
      E: PCI_ID=8086:2723
      A: class=0x028000

      """)
    _ = try tree.host()
    let scan = try Run(
      Built.airseal,
      ["scan", "--recording", tree.path, "--skip", "documents", "--output", scratch.path + "/scan"])
    #expect(scan.status == 3 || scan.status == 2, "\(scan.errors)")
    #expect(try Run(Built.airseal, ["key", "new", key, "--name", "A", "--test"]).status == 0)
  }

  private func answer(_ check: String, _ more: [String] = [], key: String? = nil) throws -> Run {
    try Run(
      Built.airseal,
      ["answer", check, "--facts", facts, "--key", key ?? self.key, "--reply", "pass", "--inspector", "A"]
        + ["--unit", "B", "--statement", "C", "--file", file] + more)
  }

  private func evaluate() throws -> Run {
    try Run(
      Built.airseal,
      ["evaluate", facts, "--answers", file, "--trust", trust, "--output", scratch.path + "/again", "-v"])
  }

  @Test func aKeyIsNeverOverwritten() throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: key))
    #expect(try Run(Built.airseal, ["key", "new", key, "--name", "B"]).status == 64)
    #expect(try Data(contentsOf: URL(fileURLWithPath: key)) == before)
    #expect(try Run(Built.airseal, ["key", "new", scratch.path + "/other", "--name", " "]).status == 64)
  }

  @Test func trustingTwiceIsNoError() throws {
    for _ in 0..<2 {
      #expect(try Run(Built.airseal, ["key", "trust", key + ".pub", "--trust", trust]).status == 0)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: trust).count == 1)
  }

  @Test("What no answer settles is not signed", arguments: ["internet_history", "stamp_valid", "no_check"])
  func notAskable(check: String) throws {
    #expect(try answer(check).status == 64)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func theScopeMustBeOneThatWasFound() throws {
    #expect(try answer("software_licence", ["--scope", "x"]).status == 64)
    let bare = try answer("radio_hardware_present")
    #expect(bare.status == 64)
    #expect(bare.errors.contains("--scope '"))
    #expect(try answer("radio_hardware_present", ["--scope", "x"]).status == 64)
    let subject = try #require(bare.errors.split(separator: "'").dropFirst().first)
    #expect(try answer("radio_hardware_present", ["--scope", String(subject)]).status == 0)
  }

  @Test func aKeyThatOthersMayRead() throws {
    #expect(chmod(key, 0o644) == 0)
    #expect(try answer("software_licence").status == 64)
  }

  @Test func unknownAndAlteredSignatures() throws {
    #expect(try answer("software_licence").status == 0)
    #expect(try evaluate().status == 4)
    #expect(try Run(Built.airseal, ["key", "trust", key + ".pub", "--trust", trust]).status == 0)
    let accepted = try evaluate()
    #expect(accepted.status == 3)
    #expect(accepted.output.contains("được chấp nhận"))
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    bytes[bytes.count / 2] = bytes[bytes.count / 2] == 0x41 ? 0x42 : 0x41
    try bytes.write(to: URL(fileURLWithPath: file))
    #expect(try evaluate().status == 4)
    try Data().write(to: URL(fileURLWithPath: file))
    #expect(try evaluate().status == 64)
  }
}
