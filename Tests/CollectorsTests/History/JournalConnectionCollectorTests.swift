import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct JournalConnectionCollectorTests {
  private let day: Int64 = 1_779_275_535

  private func tree() throws -> TemporaryTree {
    try TemporaryTree().packages("systemd").file("etc/machine-id", "x", at: day - 1_000_000)
  }

  @Test func gathersEqualLines() throws {
    let tree = try tree().journal([
      .init(day, "NetworkManager", "<info> device (eno1): Activation: starting connection 'Phòng 5' (0d8f)"),
      .init(
        day + 1, "NetworkManager", "<info> device (eno1): state change: secondaries -> activated (reason"),
      .init(
        day + 900, "NetworkManager", "<info> device (eno1): Activation: starting connection 'Phòng 5' (0d8f)"),
      .init(
        day + 901, "NetworkManager", "<info> device (eno1): state change: secondaries -> activated (reason"),
      .init(day + 902, "systemd-timesyncd", "Contacted time server 203.0.113.40:123 (ntp.example.com)."),
    ])
    let found = try JournalConnectionCollector.run(on: tree)
    #expect(found.status == .complete)
    let rows: [NetworkContact] = found.rows()
    try #require(rows.count == 2)
    #expect(rows[0].name == "Phòng 5")
    #expect(rows[0].occurrences == 2)
    #expect(rows[0].firstSeen == day + 1)
    #expect(rows[0].lastSeen == day + 901)
    #expect(rows[1].kind == .timeServer)
    #expect(rows[1].grade == .a)
    #expect(rows[1].peerIsPublic)
    let coverage: [Coverage] = found.rows()
    #expect(coverage.map(\.entries) == [5])
    #expect(coverage.first?.firstEntry == day)
  }

  @Test func fullConnectivityIsTheInternetOnlyIfNetworkManagerAsks() throws {
    let tree = try tree().journal([
      .init(day, "NetworkManager", "<info> manager: NetworkManager state is now CONNECTED_GLOBAL")
    ])
    var rows: [NetworkContact] = try JournalConnectionCollector.run(on: tree).rows()
    #expect(rows.map(\.kind) == [.defaultRoute])
    #expect(rows.map(\.grade) == [.b])
    try tree.file("etc/NetworkManager/conf.d/c.conf", "[connectivity]\nuri=http://check.example.com/\n")
    rows = try JournalConnectionCollector.run(on: tree).rows()
    #expect(rows.map(\.kind) == [.internetReached])
    #expect(rows.map(\.grade) == [.a])
    #expect(rows.map(\.peerIsPublic) == [true])
  }

  @Test func aClockThatWasSetBackDoesNotMakeAContactOld() throws {
    let start = JournalMaker.Entry(day, "NetworkManager", "<info> NetworkManager is starting... (boot)")
    let up = JournalMaker.Entry(
      day - 90 * 86_400, "NetworkManager",
      "<info> device (eno1): state change: secondaries -> activated (reason")
    let back: [NetworkContact] = try JournalConnectionCollector.run(on: tree().journal([start, up])).rows()
    #expect(back.map(\.grade) == [.b])
    #expect(back.map(\.lastSeen) == [day - 90 * 86_400])
    let old: [NetworkContact] = try JournalConnectionCollector.run(on: tree().journal([up, start])).rows()
    #expect(old.map(\.grade) == [.c])
  }

  @Test func aQuestionIsAnAttemptUntilItIsAnswered() throws {
    let ask = JournalMaker.Entry(
      day, "dhclient", "DHCPDISCOVER on eno1 to 255.255.255.255 port 67 interval 3")
    let answer = JournalMaker.Entry(day + 3, "dhclient", "DHCPACK of 192.168.1.50 from 192.168.1.1")
    var rows: [NetworkContact] = try JournalConnectionCollector.run(on: tree().journal([ask])).rows()
    #expect(rows.map(\.kind) == [.dhcpAttempt])
    #expect(rows.map(\.grade) == [.c])
    rows = try JournalConnectionCollector.run(on: tree().journal([ask, answer])).rows()
    #expect(rows.map(\.kind) == [.dhcpLease])
    #expect(rows.map(\.interface) == ["eno1"])
    #expect(rows.map(\.peerIsPublic) == [false])
  }

  @Test func tracesFromBeforeTheInstallationAreWeak() throws {
    let tree = try TemporaryTree().packages("systemd").file("etc/machine-id", "x", at: day + 1000).journal([
      .init(day, "systemd-timesyncd", "Contacted time server 203.0.113.40:123 (ntp.example.com).")
    ])
    let rows: [NetworkContact] = try JournalConnectionCollector.run(on: tree).rows()
    #expect(rows.map(\.grade) == [.c])
    #expect(rows.map(\.beforeInstall) == [true])
  }

  @Test func anEmptyFolderMayHaveBeenWiped() throws {
    let found = try JournalConnectionCollector.run(
      on: tree().folder("var/log/journal/\(JournalMaker.machineID)"))
    #expect(found.status == .incomplete)
    #expect(found.reason == .emptyStore)
  }

  @Test func aJournalInMemoryOnlyTellsNothingOfThePast() throws {
    let found = try JournalConnectionCollector.run(on: tree().folder("var/log"))
    #expect(found.status == .incomplete)
    #expect(found.reason == .notPersistent)
    let withText = try JournalConnectionCollector.run(on: tree().file("var/log/syslog", "x"))
    #expect(withText.status == .doesNotExist)
  }

  @Test func aSystemWithoutSystemdHasNone() throws {
    let found = try JournalConnectionCollector.run(on: TemporaryTree().packages("sysvinit-core"))
    #expect(found.status == .doesNotExist)
    #expect(found.reason == .neverInstalled)
  }

  @Test func anEmptyDiskProvesNothing() throws {
    #expect(try JournalConnectionCollector.run(on: TemporaryTree()).status == .incomplete)
    #expect(try LogConnectionCollector.run(on: TemporaryTree().folder("var/log")).status == .incomplete)
  }

  @Test func damageAndRefusalAreNamed() throws {
    let damaged = try tree().file(JournalMaker.path, "garbage")
    #expect(try JournalConnectionCollector.run(on: damaged).gaps.map(\.reason) == [.damaged])
    let refused = try tree().journal([.init(day, "kernel", "x")]).mark(JournalMaker.path, mode: 0o640)
    refused.readAs = 1001
    let found = try JournalConnectionCollector.run(on: refused)
    #expect(found.gaps.map(\.reason) == [.permissionDenied])
    #expect(found.status == .incomplete)
  }
}
