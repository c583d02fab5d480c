import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct LoginRecordCollectorTests {
  private static let time: Int64 = 1_779_246_600

  private func tree() throws -> TemporaryTree {
    try BrowserTree.make().file("etc/os-release", "ID=debian\nVERSION_ID=12\n").folder("var/log")
  }

  @Test func sessionsFromOtherMachines() throws {
    let records = [
      LoginRecordTree.record(7, user: "an", host: "203.0.113.9", at: Self.time),
      LoginRecordTree.record(7, user: "an", host: ":0", at: Self.time),
      LoginRecordTree.record(7, user: "an", host: "tmux(812).%0", at: Self.time),
      LoginRecordTree.record(7, user: "an", host: "", at: Self.time),
      LoginRecordTree.record(2, user: "reboot", host: "6.1.0-37-amd64", at: Self.time),
    ]
    let result = try LoginRecordCollector.run(on: tree().file("var/log/wtmp", bytes: records.flatMap(\.self)))
    let rows = result.rows(NetworkContact.self)
    #expect(rows.count == 1 && rows[0].peer == "203.0.113.9" && rows[0].kind == .remoteSession)
    #expect(rows[0].peerIsPublic && rows[0].name == "an" && rows[0].lastSeen == Self.time)
    #expect(result.rows(Coverage.self).first?.entries == 5)
    #expect(result.status == .complete && result.rows(HistorySign.self).isEmpty)
  }

  @Test func refusedSessionsAreAttempts() throws {
    let tree = try tree().file("var/log/wtmp")
      .file(
        "var/log/btmp", bytes: LoginRecordTree.record(6, user: "root", host: "192.168.1.9", at: Self.time))
    let attempts = try LoginRecordCollector.run(on: tree).rows(NetworkContact.self)
    #expect(attempts.map(\.kind) == [.remoteAttempt] && attempts[0].peerIsPublic == false)
  }

  @Test func lastLogAndDatabases() throws {
    var bytes = [UInt8](repeating: 0, count: 292 * 1001)
    for (index, byte) in withUnsafeBytes(of: UInt32(Self.time).littleEndian, Array.init).enumerated() {
      bytes[292 * 1000 + index] = byte
    }
    for (index, byte) in Array("198.51.100.7".utf8).enumerated() { bytes[292 * 1000 + 36 + index] = byte }
    let tree = try tree().file("var/log/lastlog", bytes: bytes).database(
      "var/lib/wtmpdb/wtmp.db",
      """
      CREATE TABLE wtmp (ID INTEGER, Type INTEGER, User TEXT, Login INTEGER, RemoteHost TEXT);
      INSERT INTO wtmp VALUES (1, 3, 'an', 1779246600000000, '203.0.113.4'), (2, 3, 'an', 1779246600000000, '');
      """)
    let rows = try LoginRecordCollector.run(on: tree).rows(NetworkContact.self)
    #expect(Set(rows.map(\.peer)) == ["198.51.100.7", "203.0.113.4"])
    #expect(rows.allSatisfy { $0.lastSeen == Self.time && $0.name == "an" })
  }

  @Test func blankRecordsAreASign() throws {
    let records =
      LoginRecordTree.record(2, user: "reboot", host: "", at: Self.time) + [UInt8](repeating: 0, count: 384)
    let result = try LoginRecordCollector.run(on: tree().file("var/log/wtmp", bytes: records))
    #expect(result.rows(HistorySign.self).map(\.sign) == [.sessionLogAltered])
  }

  @Test func theLogIsExpectedWhereTheDistributionMakesIt() throws {
    #expect(try LoginRecordCollector.run(on: tree()).reason == .expectedButAbsent)
    let newer = try tree().file("etc/os-release", "ID=debian\nVERSION_ID=13\n")
    #expect(try LoginRecordCollector.run(on: newer).status == .doesNotExist)
  }
}

/// Bytes of session records.
enum LoginRecordTree {
  static func record(_ kind: UInt8, user: String, host: String, at time: Int64) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 384)
    bytes[0] = kind
    func put(_ text: [UInt8], _ at: Int) { bytes.replaceSubrange(at..<(at + text.count), with: text) }
    put(Array(user.utf8), 44)
    put(Array(host.utf8), 76)
    put(withUnsafeBytes(of: UInt32(time).littleEndian, Array.init), 340)
    return bytes
  }
}
