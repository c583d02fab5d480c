import Collectors
import Foundation
import TestSupport
import Testing
import Yaml

@testable import Monitoring

/// The example file, and what is refused.
@Suite struct DaemonConfigurationTests {
  @Test func theExampleNamesEveryKeyWithItsDefault() throws {
    let text = try String(contentsOfFile: Built.root + "/packaging/airseal.yaml", encoding: .utf8)
    #expect(try DaemonConfiguration(text: text) == DaemonConfiguration())
    let keys =
      DaemonConfiguration.CodingKeys.allCases.map(\.rawValue)
      + DaemonConfiguration.Watch.CodingKeys.allCases.map(\.rawValue)
      + DaemonConfiguration.OnFinding.CodingKeys.allCases.map(\.rawValue)
      + DaemonConfiguration.SelfCheck.CodingKeys.allCases.map(\.rawValue)
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    for key in keys { #expect(lines.contains { $0.hasPrefix("\(key):") }, "\(key)") }
  }

  @Test func anUnknownKeyIsRefusedWithItsPlace() throws {
    let text = "watch:\n  devices: true\n  linkz: false\n"
    let refusal = try #require(throws: StrictRefusal.self) { try DaemonConfiguration(text: text) }
    #expect(refusal.line == 3 && refusal.column == 3 && refusal.problem == "unknown key linkz")
  }

  @Test func aWrongValueIsRefusedWithItsPlace() throws {
    let refusal = try #require(throws: StrictRefusal.self) {
      try DaemonConfiguration(text: "self_check:\n  keep_count: many\n")
    }
    #expect(refusal.line == 2)
  }

  @Test func anEmptyFileIsTheDefault() throws {
    #expect(try DaemonConfiguration(text: "\n") == DaemonConfiguration())
    #expect(try DaemonConfiguration(text: "# nothing\n") == DaemonConfiguration())
  }
}
