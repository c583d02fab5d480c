import Foundation
import TestSupport
import Testing

/// Bad input gets one clear sentence, the right exit code, and no stack trace.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let says: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let cases = [
    Case(arguments: ["scan", "--profile", "nobody"], status: 64, says: "nobody"),
    Case(arguments: ["scan", "--root", "/no/such/root"], status: 64, says: "/no/such/root"),
    Case(arguments: ["scan", "--recording", "/no/such/recording"], status: 64, says: "/no/such/recording"),
    Case(arguments: ["scan", "--hardware", "live"], status: 64, says: "--root"),
    Case(arguments: ["scan", "--profile", "independent-lan", "--law", "2018"], status: 64, says: "2025"),
    Case(arguments: ["scan", "--answers", "/no/such/answers"], status: 64, says: "/no/such/answers"),
    Case(arguments: ["scan", "--no-such-option"], status: 64, says: "--no-such-option"),
    Case(arguments: ["evaluate", "/no/such/facts.sqlite"], status: 64, says: "/no/such/facts.sqlite"),
    Case(arguments: ["tables", "no_table"], status: 64, says: "no_table"),
    Case(arguments: ["rules", "show", "no_check"], status: 64, says: "no_check"),
    Case(arguments: ["key", "trust", "/no/such/key"], status: 64, says: "/no/such/key"),
  ]

  @Test(arguments: cases)
  func oneSentence(_ input: Case) throws {
    for language in ["vi", "en"] {
      let run = try Run(Built.airseal, input.arguments + ["--lang", language])
      #expect(run.status == input.status)
      #expect(run.errors.contains(input.says))
      #expect(!run.errors.contains("Fatal error") && !run.errors.contains("Stack dump"))
      #expect(run.output.isEmpty)
    }
  }

  @Test func aRuleWithATypo() throws {
    let scratch = try Scratch()
    let rules = scratch.path + "/rules"
    try FileManager.default.copyItem(atPath: Built.rules, toPath: rules)
    let path = rules + "/checks/network_link_up.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("\nseverity:", with: "\nseverty:").write(
      toFile: path, atomically: true, encoding: .utf8)
    let run = try Run(Built.airseal, ["rules", "check", "--rules", rules])
    #expect(run.status == 1)
    #expect(run.errors.contains(#/network_link_up\.yaml:\d+:\d+: /#))
  }
}
