import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct LogConnectionCollectorTests {
  /// 1 July 2026, Vietnamese time.
  private let now: Int64 = 1_782_867_600

  @Test func readsRotatedLogs() throws {
    let tree = try TemporaryTree().packages("rsyslog")
      .file("var/log/syslog", "Jul  1 07:00:00 ws kernel: [ 1.0] eno1: Link is Up - 1Gbps\n", at: now)
      .file(
        "var/log/syslog.1",
        "Jun 20 07:00:00 ws systemd-timesyncd[1]: Contacted time server 203.0.113.4:123 (x).\n",
        at: now - 900_000
      )
      .file("var/log/kern.log", "Jul  1 07:00:00 ws kernel: [ 1.0] eno1: Link is Up - 1Gbps\n", at: now)
    let found = try LogConnectionCollector.run(on: tree)
    #expect(found.status == .complete)
    let rows: [NetworkContact] = found.rows()
    #expect(rows.map(\.kind) == [.timeServer, .linkUp])
    #expect(rows.map(\.occurrences) == [1, 1])
    #expect(rows.map(\.timeBasis) == [.inferredYear, .inferredYear])
    let coverage: [Coverage] = found.rows()
    #expect(coverage.map(\.path) == ["/var/log/syslog.1", "/var/log/syslog", "/var/log/kern.log"])
  }

  @Test func faultsEndAsGaps() throws {
    let line = "2026-06-30T10:00:00+07:00 ws kernel: x\n"
    let tree = try TemporaryTree().packages("rsyslog").file("var/log/syslog", line)
      .fifo("var/log/syslog.1").sparse("var/log/syslog.2", size: 10 << 30).file("var/log/kern.log")
      .link("var/log/messages", to: "messages.1").link("var/log/messages.1", to: "messages")
      .file("var/log/daemon.log", line, mode: 0o600)
    tree.readAs = 1001
    let found = try LogConnectionCollector.run(on: tree)
    #expect(found.status == .incomplete)
    let reasons = Dictionary(found.gaps.map { ($0.path, $0.reason) }) { first, _ in first }
    #expect(
      reasons == [
        "/var/log/syslog.1": .notRegularFile, "/var/log/syslog.2": .damaged, "/var/log/kern.log": .emptyStore,
        "/var/log/messages": .linkLoop, "/var/log/messages.1": .linkLoop,
        "/var/log/daemon.log": .permissionDenied,
      ])
  }

  @Test func missingLogsOfAnInstalledLoggerAreNamed() throws {
    let found = try LogConnectionCollector.run(on: TemporaryTree().packages("rsyslog").folder("var/log"))
    #expect(found.status == .incomplete)
    #expect(found.reason == .expectedButAbsent)
    let without = try LogConnectionCollector.run(on: TemporaryTree().packages("systemd").folder("var/log"))
    #expect(without.status == .doesNotExist)
  }
}
