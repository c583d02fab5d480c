import Facts
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Collectors

@Suite struct FirefoxHistoryCollectorTests {
  private static let visit: Int64 = 1_779_246_600
  private static let profile = "home/an/.mozilla/firefox/a.default"

  @Test func iconsAndBlockedTrackersStay() throws {
    let profile = "home/an/.mozilla/firefox/a.default"
    let tree = try BrowserTree.make()
      .database(
        "\(profile)/favicons.sqlite",
        """
        CREATE TABLE moz_pages_w_icons (id INTEGER, page_url TEXT);
        INSERT INTO moz_pages_w_icons VALUES (1, 'https://icon.example.org/x'), (2, 'file:///x.html');
        """
      )
      .database(
        "\(profile)/protections.sqlite",
        """
        CREATE TABLE events (id INTEGER, type INTEGER, count INTEGER, timestamp DATE);
        INSERT INTO events VALUES (1, 2, 9, '2026-05-20');
        """)
    let rows = try FirefoxHistoryCollector.run(on: tree).rows(NetworkContact.self)
    #expect(rows.map(\.peer) == ["icon.example.org", nil])
    #expect(rows.last?.lastSeen == 1_779_235_200)
  }

  @Test func visitsAreHosts() throws {
    let tree = try BrowserTree.make().places(
      Self.profile, ["https://www.example.org/a?b", "http://192.168.1.9/x"])
    let result = try FirefoxHistoryCollector.run(on: tree)
    let rows = result.rows(NetworkContact.self)
    #expect(Set(rows.map(\.peer)) == ["www.example.org", "192.168.1.9"])
    let row = try #require(rows.first { $0.peer == "www.example.org" })
    #expect(row.kind == .webVisit && row.grade == .a && row.peerIsPublic && row.account == "an")
    #expect(row.lastSeen == Self.visit && row.occurrences == 1)
    #expect(rows.first { $0.peer == "192.168.1.9" }?.peerIsPublic == false)
    #expect(result.rows(Coverage.self).first?.entries == 2)
    #expect(result.rows(HistorySign.self).isEmpty)
  }

  @Test func pagesOfThisMachineAreNoContact() throws {
    let tree = try BrowserTree.make().places(
      Self.profile,
      ["file:///home/an/x.html", "about:config", "http://localhost:631/printers", "http://127.0.0.1/"])
    #expect(try FirefoxHistoryCollector.run(on: tree).rows(NetworkContact.self).isEmpty)
  }

  @Test func aClearedHistoryIsFoundByItsResidue() throws {
    let tree = try BrowserTree.make().places(Self.profile, [])
    try tree.file(
      "\(Self.profile)/SiteSecurityServiceState.txt", "mail.example.org:HSTS\t0\t20500\t1800000000000,1,1\n",
      at: Self.visit)
    try tree.folder("\(Self.profile)/storage/default/https+++www.example.org^userContextId=1", at: Self.visit)
    try tree.file("\(Self.profile)/security_state/crlite.filter", "x", at: Self.visit)
    let result = try FirefoxHistoryCollector.run(on: tree)
    let rows = result.rows(NetworkContact.self)
    #expect(rows.allSatisfy { $0.kind == .webResidue && $0.lastSeen == Self.visit })
    #expect(
      Set(rows.map(\.peer)) == [
        "mail.example.org", "www.example.org", "firefox.settings.services.mozilla.com",
      ])
    #expect(rows.contains { $0.serverDated })
    let sign = try #require(result.rows(HistorySign.self).first)
    #expect(sign.sign == .browserHistoryEmpty && sign.weight == .independent && sign.account == "an")
  }

  @Test func aProfileThatWasOnlyStartedIsInnocent() throws {
    let tree = try BrowserTree.make().places(Self.profile, [])
    try tree.file("\(Self.profile)/datareporting/archived/2026-05/1.a.main.jsonlz4", "x")
    try tree.file("\(Self.profile)/SiteSecurityServiceState.bin", "")
    let result = try FirefoxHistoryCollector.run(on: tree)
    #expect(result.rows(NetworkContact.self).isEmpty && result.rows(HistorySign.self).isEmpty)
    #expect(result.status == .complete)
  }

  @Test func cookiesAndSessionsAndSnap() throws {
    let snap = "home/an/snap/firefox/common/.mozilla/firefox/b.default"
    let tree = try BrowserTree.make()
    try tree.database(
      "\(snap)/cookies.sqlite",
      """
      CREATE TABLE moz_cookies (host TEXT, creationTime INTEGER, lastAccessed INTEGER);
      INSERT INTO moz_cookies VALUES ('.example.vn', 1779246600000000, 1779246700000000);
      """)
    let json = #"{"windows":[{"tabs":[{"entries":[{"url":"https://session.example.org/x"}]}]}]}"#
    try tree.file("\(snap)/sessionstore.jsonlz4", bytes: BrowserTree.mozLz4(json), at: Self.visit)
    let rows = try FirefoxHistoryCollector.run(on: tree).rows(NetworkContact.self)
    #expect(rows.first { $0.peer == "example.vn" }?.firstSeen == 1_779_246_600)
    #expect(rows.first { $0.peer == "session.example.org" }?.kind == .webResidue)
  }

  @Test func aDamagedHistoryIsAGap() throws {
    let tree = try BrowserTree.make().file("\(Self.profile)/places.sqlite", "no database")
    let result = try FirefoxHistoryCollector.run(on: tree)
    #expect(result.status == .incomplete && result.gaps.first?.reason == .damaged)
  }
}
