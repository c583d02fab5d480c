import Facts
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Collectors

@Suite struct ChromiumHistoryCollectorTests {
  private static let visit: Int64 = 1_779_246_600
  private static let webkit = (1_779_246_600 + 11_644_473_600) * Int64(1_000_000)

  private static func history(_ addresses: [String]) -> String {
    var sql = """
      CREATE TABLE urls (id INTEGER PRIMARY KEY, url TEXT, visit_count INTEGER, last_visit_time INTEGER);
      CREATE TABLE visits (id INTEGER PRIMARY KEY, url INTEGER, visit_time INTEGER);
      """
    for (index, address) in addresses.enumerated() {
      sql += "INSERT INTO urls VALUES (\(index), '\(address)', 1, \(webkit));"
      sql += "INSERT INTO visits VALUES (\(index), \(index), \(webkit));"
    }
    return sql
  }

  @Test(arguments: [
    "home/an/.config/google-chrome/Default", "home/an/.config/coccoc/Default",
    "home/an/.config/microsoft-edge/Profile 1", "home/an/snap/chromium/common/chromium/Default",
    "home/an/.var/app/com.brave.Browser/config/BraveSoftware/Brave-Browser/Default", "root/.config/opera",
  ])
  func visits(profile: String) throws {
    let tree = try BrowserTree.make().database(
      "\(profile)/History", Self.history(["https://www.example.org/x", "chrome://settings", "file:///x"]))
    let rows = try ChromiumHistoryCollector.run(on: tree).rows(NetworkContact.self)
    let row = try #require(rows.first)
    #expect(rows.count == 1 && row.peer == "www.example.org" && row.kind == .webVisit && row.grade == .a)
    #expect(row.lastSeen == Self.visit && row.peerIsPublic)
  }

  @Test func aClearedHistoryIsFoundByItsResidue() throws {
    let profile = "home/an/.config/google-chrome/Default"
    let tree = try BrowserTree.make().database("\(profile)/History", Self.history([]))
    try tree.file(
      "\(profile)/Network/Network Persistent State",
      #"{"net":{"http_server_properties":{"servers":[{"server":"https://mail.example.org"}]}}}"#,
      at: Self.visit)
    try tree.file("\(profile)/TransportSecurity", #"{"sts":[{"sts_observed":1779246600.5}]}"#)
    try tree.file(
      "home/an/.config/google-chrome/Local State", #"{"variations_seed_date":"\#(Self.webkit)"}"#)
    let result = try ChromiumHistoryCollector.run(on: tree)
    let rows = result.rows(NetworkContact.self)
    #expect(rows.contains { $0.peer == "mail.example.org" && $0.kind == .webResidue })
    #expect(rows.contains { $0.peer == nil && $0.lastSeen == Self.visit })
    #expect(rows.contains { $0.serverDated && $0.peerIsPublic && $0.lastSeen == Self.visit })
    #expect(result.rows(HistorySign.self).map(\.sign) == [.browserHistoryEmpty])
  }

  @Test func storageAndListsOfABrowserNameHosts() throws {
    let profile = "home/an/.config/coccoc/Default"
    let tree = try BrowserTree.make()
      .folder("\(profile)/IndexedDB/https_chat.zalo.me_0.indexeddb.leveldb", at: Self.visit)
      .folder("\(profile)/IndexedDB/file__0.indexeddb.leveldb", at: Self.visit)
      .database(
        "\(profile)/Top Sites",
        "CREATE TABLE top_sites (url TEXT); INSERT INTO top_sites VALUES ('https://top.example.org/');"
      )
      .database(
        "\(profile)/Network/Reporting and NEL",
        "CREATE TABLE nel_policies (origin_host TEXT); INSERT INTO nel_policies VALUES ('nel.example.org');")
    let rows = try ChromiumHistoryCollector.run(on: tree).rows(NetworkContact.self)
    #expect(Set(rows.map(\.peer)) == ["chat.zalo.me", "top.example.org", "nel.example.org"])
    #expect(rows.allSatisfy { $0.kind == .webResidue })
  }

  @Test func aBrowserThatWasOnlyStartedIsInnocent() throws {
    let profile = "home/an/.config/google-chrome/Default"
    let tree = try BrowserTree.make().database("\(profile)/History", Self.history([]))
    try tree.file(
      "\(profile)/Network Persistent State", #"{"net":{"http_server_properties":{"servers":[]}}}"#)
    try tree.file("\(profile)/TransportSecurity", #"{"sts":[],"version":2}"#)
    try tree.file("home/an/.config/google-chrome/Local State", #"{"variations_compressed_seed":""}"#)
    let result = try ChromiumHistoryCollector.run(on: tree)
    #expect(result.rows(NetworkContact.self).isEmpty && result.rows(HistorySign.self).isEmpty)
  }

  @Test func aClosedProfileIsAGap() throws {
    let tree = try BrowserTree.make().folder("home/an/.config", mode: 0o700, owner: 0)
    try tree.database("home/an/.config/chromium/Default/History", Self.history([]))
    tree.readAs = 65_534
    #expect(try ChromiumHistoryCollector.run(on: tree).status == .incomplete)
  }

  @Test func hostsBeyondTheLimitShareARow() throws {
    let addresses = (0..<100).map { "https://h\($0).example.org/" }
    let tree = try BrowserTree.make().database(
      "root/.config/chromium/Default/History", Self.history(addresses))
    let rows = try ChromiumHistoryCollector.run(on: tree).rows(NetworkContact.self)
    #expect(rows.count == HostTally.limit + 1)
    #expect(rows.reduce(0) { $0 + $1.occurrences } == 100)
  }

  private static func key(_ text: String) -> [UInt8] {
    [1, UInt8(text.utf8.count)] + Array(text.utf8) + [0, 1, 6]
  }

  @Test("Storage and workers of pages, by their keys in LevelDB")
  func originsInLevelDB() throws {
    let profile = "home/an/.config/google-chrome/Default"
    let tree = try BrowserTree.make()
      .file("\(profile)/Local Storage/leveldb/000003.log", bytes: Self.key("META:https://chat.zalo.me"))
      .file("\(profile)/Service Worker/Database/000004.ldb", bytes: Self.key("REG:https://mail.example.org/"))
    let rows = try ChromiumHistoryCollector.run(on: tree).rows(NetworkContact.self)
    #expect(Set(rows.map(\.peer)) == ["chat.zalo.me", "mail.example.org"])
    #expect(rows.allSatisfy { $0.kind == .webResidue && $0.grade == .a && $0.firstSeen != nil })
  }

  @Test("Pages of this machine, extensions, and addresses that a page stored")
  func innocentLevelDB() throws {
    let profile = "home/an/.config/google-chrome/Default"
    let bytes = ["META:file://", "META:chrome-extension://abc", "_file://", "x=https://www.example.org/"]
    let tree = try BrowserTree.make()
      .file("\(profile)/Local Storage/leveldb/000003.log", bytes: bytes.flatMap(Self.key))
    #expect(try ChromiumHistoryCollector.run(on: tree).rows(NetworkContact.self).isEmpty)
  }

  @Test func aBrowserOfWindows() throws {
    let profile = "Users/an/AppData/Local/CocCoc/Browser/User Data/Default"
    let tree = try BrowserTree.make().folder("Windows/System32/config").database(
      "\(profile)/History", Self.history(["https://www.example.org/x"]))
    let rows = try ChromiumHistoryCollector.run(on: tree).rows(NetworkContact.self)
    #expect(rows.map(\.peer) == ["www.example.org"] && rows.map(\.account) == ["an"])
  }
}
