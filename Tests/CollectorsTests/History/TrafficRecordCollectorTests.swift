import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct TrafficRecordCollectorTests {
  private static let sadf = """
    # hostname;interval;timestamp;IFACE;rxpck/s;txpck/s;rxkB/s;txkB/s;rxcmp/s;txcmp/s;rxmcst/s;%ifutil
    may;600;1779246600;lo;3.00;3.00;1.0;1.0;0.0;0.0;0.0;0.0
    may;600;1779246600;enp3s0;0.50;0.10;1.0;1.0;0.0;0.0;0.0;0.0
    may;600;1779247200;enp3s0;0.20;0.10;1.0;1.0;0.0;0.0;0.0;0.0
    may;600;1779247800;enp3s0;0.00;0.10;0.0;0.0;0.0;0.0;0.0;0.0

    """
  private static let atop = """
    SEP
    NET may 1779246600 2026/05/20 10:10:00 600 upper 10 10 0 0 10 10 10 0
    NET may 1779246600 2026/05/20 10:10:00 600 wlp2s0 7200 900000 7000 90000 0 0
    NET may 1779246600 2026/05/20 10:10:00 600 enp3s0 0 0 12 900 0 0

    """

  private func commands(_ line: String, _ output: String, status: Int = 0) -> String {
    let text = output.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
      .joined(separator: "\n")
    return "- command: '\(line)'\n  status: \(status)\n  output: |\n\(text)\n"
  }

  @Test func interfacesThatReceivedData() throws {
    let day = "var/log/sysstat/sa20"
    let other = "var/log/atop/atop_20260520"
    let tree = try TemporaryTree().file(day, "x").file(other, "x").commands(
      commands("/usr/bin/sadf -d -U /\(day) -- -n DEV", Self.sadf)
        + commands("/usr/bin/atop -r /\(other) -P NET", Self.atop))
    let result = try TrafficRecordCollector.run(on: tree)
    #expect(result.status == .complete, "\(result.gaps)")
    let rows = result.rows(NetworkContact.self).sorted { $0.path > $1.path }
    #expect(rows.map(\.interface) == ["enp3s0", "wlp2s0"])
    #expect(rows.map(\.grade) == [.b, .b])
    #expect(rows.first?.firstSeen == 1_779_246_600 && rows.first?.lastSeen == 1_779_247_200)
  }

  @Test("Records of a machine that received nothing, and other files of sysstat")
  func innocent() throws {
    let quiet = Self.sadf.split(separator: "\n").filter {
      !$0.contains("enp3s0;0.5") && !$0.contains("enp3s0;0.2")
    }
    .joined(separator: "\n")
    let tree = try TemporaryTree().file("var/log/sysstat/sa20", "x").file("var/log/sysstat/sar20", "x")
      .commands(
        commands("/usr/bin/sadf -d -U /var/log/sysstat/sa20 -- -n DEV", quiet))
    let result = try TrafficRecordCollector.run(on: tree)
    #expect(result.rows(NetworkContact.self).isEmpty && result.status == .complete)
  }

  @Test("What nobody can read is a gap")
  func unread() throws {
    for name in ["var/log/sa/sa20", "var/log/sysstat/sa20260520.xz", "var/log/atop/atop_20260520"] {
      let result = try TrafficRecordCollector.run(on: TemporaryTree().file(name, "x"))
      #expect(result.gaps.map(\.reason) == [.unsupported], "\(name)")
    }
  }
}
