import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct AuditLogCollectorTests {
  private static let stamp = "msg=audit(1779246600.123:45):"

  private func rows(_ lines: String...) throws -> [NetworkContact] {
    let tree = try TemporaryTree().file("var/log/audit/audit.log", lines.joined(separator: "\n") + "\n")
    let result = try AuditLogCollector.run(on: tree)
    #expect(result.status == .complete)
    #expect(result.rows(Coverage.self).first?.firstEntry == 1_779_246_600)
    return result.rows()
  }

  @Test func aLoginFromAnotherMachine() throws {
    let rows = try rows(
      "type=USER_LOGIN \(Self.stamp) pid=9 uid=0 msg='op=login id=1000 exe=\"/usr/sbin/sshd\" hostname=203.0.113.5 addr=203.0.113.5 terminal=/dev/pts/0 res=success'"
    )
    #expect(rows.map(\.kind) == [.remoteSession])
    #expect(rows.map(\.peer) == ["203.0.113.5"])
    #expect(rows.map(\.lastSeen) == [1_779_246_600])
  }

  @Test(arguments: [
    "type=USER_LOGIN msg=audit(1779246600.123:45): msg='op=login exe=\"/usr/sbin/sshd\" addr=203.0.113.5 terminal=ssh res=failed'",
    "type=USER_LOGIN msg=audit(1779246600.123:45): msg='op=login exe=\"/usr/lib/systemd/systemd-logind\" addr=? terminal=tty1 res=success'",
  ])
  func refusedAndLocalLoginsAreNone(line: String) throws {
    #expect(try rows(line).isEmpty)
  }

  @Test func connections() throws {
    let address = "type=SOCKADDR \(Self.stamp) saddr=02000050CB0071070000000000000000"
    let connect =
      "type=SYSCALL \(Self.stamp) arch=c000003e syscall=42 success=no exit=-115 exe=\"/usr/bin/curl\""
    let found = try rows(connect, address)
    #expect(found.map(\.grade) == [.b])
    #expect(found.map(\.peer) == ["203.0.113.7"])
    let accept = "type=SYSCALL \(Self.stamp) arch=c000003e syscall=43 success=yes exit=4"
    #expect(try rows(accept, address).map(\.grade) == [.a])
    let refused = "type=SYSCALL \(Self.stamp) arch=c000003e syscall=42 success=no exit=-101"
    #expect(try rows(refused, address).isEmpty)
    let local = "type=SOCKADDR \(Self.stamp) saddr=01002F72756E2F78"
    #expect(try rows(connect, local).isEmpty)
    let six = "type=SOCKADDR \(Self.stamp) saddr=0A0001BB0000000020010DB800000000000000000000000100000000"
    #expect(try rows(connect, six).map(\.peer) == ["2001:db8::1"])
  }

  @Test func absenceIsKnownOrNamed() throws {
    #expect(try AuditLogCollector.run(on: TemporaryTree()).status == .doesNotExist)
    let tree = try TemporaryTree().file("usr/sbin/auditd", "x")
    #expect(try AuditLogCollector.run(on: tree).reason == .expectedButAbsent)
  }
}
