import Foundation
import Journal
import LinuxHost
import TestSupport
import Testing

@testable import Monitoring

/// A real rtnetlink in a network namespace of the test.
@Suite struct LinkMonitorTests {
  private static let isInside = InnerRun.isInside("link-monitor")
  private static let isRoot = geteuid() == 0

  @Test(
    .enabled(if: isRoot && !isInside, "a network namespace needs root"),
    arguments: ["writesEveryChange", "losesNothingOfABurst", "tellsOfALossAndCatchesUp"])
  func inANamespace(_ test: String) throws {
    let result = try InnerRun.run(
      "link-monitor", wrapper: ["/usr/bin/unshare", "-n"], filter: "LinkMonitorTests/\(test)")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("with 1 test"), "\(result.output)")
  }

  @Test(.enabled(if: isInside))
  func writesEveryChange() async throws {
    let journal = try TestJournal()
    let monitor = try LinkMonitor(recorder: journal.recorder, clock: journal.clock)
    try await journal.running(monitor.run) {
      for words in [
        "link add left type veth peer name right", "link set right up", "link set left up",
        "address add 192.0.2.7/24 dev left", "route add default via 192.0.2.1",
        "address del 192.0.2.7/24 dev left", "link del left",
      ] { try ip(words) }
      let entries = try await journal.entries { $0.filter { $0.kind == .linkRemoved }.count == 2 }
      func has(_ kind: EventKind, _ detail: [String: String]) -> Bool {
        entries.contains { entry in
          entry.kind == kind && detail.allSatisfy { entry.detail[$0.key] == $0.value }
        }
      }
      #expect(has(.linkPresent, ["link": "lo", "kind": "loopback"]))
      #expect(has(.linkAdded, ["link": "left", "kind": "veth", "up": "0"]))
      #expect(has(.linkChanged, ["link": "left", "up": "1", "carrier": "1"]))
      #expect(has(.addressAdded, ["link": "left", "address": "192.0.2.7/24"]))
      #expect(has(.routeAdded, ["destination": "0.0.0.0/0", "gateway": "192.0.2.1", "link": "left"]))
      #expect(has(.routeRemoved, ["destination": "0.0.0.0/0"]))
      #expect(has(.addressRemoved, ["address": "192.0.2.7/24"]))
      #expect(has(.linkRemoved, ["link": "left"]))
    }
  }

  @Test(.enabled(if: isInside))
  func losesNothingOfABurst() async throws {
    let journal = try TestJournal()
    let monitor = try LinkMonitor(recorder: journal.recorder, clock: journal.clock)
    try ip("link add left type veth peer name right")
    try await journal.running(monitor.run) {
      _ = try await journal.entries { $0.contains { $0.kind == .linkPresent } }
      try burst(journal.folder, 5000)
      let entries = try await journal.entries { $0.filter { $0.kind == .addressRemoved }.count >= 5000 }
      #expect(entries.filter { $0.kind == .addressAdded }.count == 5000)
      #expect(entries.filter { $0.kind == .addressRemoved }.count == 5000)
      #expect(!entries.contains { $0.kind == .gap })
    }
  }

  @Test(.enabled(if: isInside))
  func tellsOfALossAndCatchesUp() async throws {
    let journal = try TestJournal()
    try ip("link add left type veth peer name right")
    let monitor = try LinkMonitor(recorder: journal.recorder, clock: journal.clock, room: 4096)
    try burst(journal.folder, 2000)
    try ip("address add 192.0.2.9/32 dev left")
    try await journal.running(monitor.run) {
      let entries = try await journal.entries { $0.contains { $0.kind == .gap } }
      let gap = try #require(entries.first { $0.kind == .gap })
      #expect(gap.detail["reason"] == "overflow" && gap.detail["of"] == "rtnetlink")
      #expect(entries.contains { $0.kind == .addressAdded && $0.detail["address"] == "192.0.2.9/32" })
      #expect(entries.filter { $0.kind == .addressAdded }.count < 2000)
    }
  }

  /// Adds and removes that many addresses.
  private func burst(_ folder: String, _ count: Int) throws {
    func lines(_ verb: String) -> String {
      (0..<count).map { "address \(verb) 198.18.\($0 / 250).\($0 % 250 + 1)/32 dev left\n" }.joined()
    }
    let path = folder + "/burst"
    try (lines("add") + lines("del")).write(toFile: path, atomically: false, encoding: .utf8)
    try ip("-batch \(path)")
  }
}
