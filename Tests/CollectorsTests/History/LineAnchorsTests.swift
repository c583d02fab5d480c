import Testing

@testable import Collectors

struct LineAnchorsTests {
  private func standsIn(_ templates: [String], _ line: String) -> Bool {
    Array(line.utf8).withUnsafeBytes { LineAnchors(templates.map(LineTemplate.init)).standsIn($0) }
  }

  @Test(arguments: [
    "eth0: link up", ": link up", "[    1.5] eth0: link up at 1 Gbps", "lease of 192.0.2.7 obtained",
  ])
  func passesWhatSomeTemplateMayFit(_ line: String) {
    #expect(standsIn(["{interface}: link up", "lease of * obtained"], line))
  }

  @Test(arguments: ["", ":", ": ", "eth0: link u", "eth0: link down", "lease of"])
  func leavesOutTheRest(_ line: String) {
    #expect(!standsIn(["{interface}: link up", "lease of * obtained"], line))
  }

  @Test func aTemplateWithoutLongTextFitsAnyLine() {
    #expect(standsIn(["{peer}", "x: link up"], "anything"))
    #expect(standsIn(["{peer}:"], "anything"))
  }
}
