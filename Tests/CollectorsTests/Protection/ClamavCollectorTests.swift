import Crypto
@testable import Collectors
import Facts
import Foundation
import LinuxHost
import TestSupport
import Testing

@Suite struct ClamavCollectorTests {
  private let built: Int64 = 1_782_800_000

  private func database(_ body: [UInt8] = [1, 2, 3], digest: String? = nil, at time: Int64? = nil) -> [UInt8]
  {
    let real = Insecure.MD5.hash(data: body).map { String(format: "%02x", $0) }.joined()
    let header =
      "ClamAV-VDB:30 Jun 2026 07-24 -0500:27829:2076543:90:\(digest ?? real):Rc5k+/x=:builder:\(time ?? built)"
    return Array(header.utf8) + [UInt8](repeating: 32, count: 512 - header.utf8.count) + body
  }

  private func tree() throws -> TemporaryTree {
    try TemporaryTree().file("/usr/bin/clamscan").file("/var/lib/clamav/daily.cvd", bytes: database())
      .file("/var/lib/clamav/main.cvd", bytes: database(at: built - 90_000_000))
      .file(
        "/var/lib/dpkg/status",
        "Package: libclamav11\nVersion: 9\n\nPackage: clamav\nStatus: ok\nVersion: 1.4.6+deb12u1\n"
      )
      .folder("/etc/systemd/system")
  }

  private func row(_ tree: TemporaryTree) throws -> AntivirusProduct {
    let result = try ClamavCollector.run(on: tree)
    return try #require(result.rows(AntivirusProduct.self).first)
  }

  @Test func describesClamav() throws {
    let row = try row(tree())
    #expect(row.product == "ClamAV" && row.version == "1.4.6+deb12u1" && row.present && row.licence == .free)
    #expect(row.signaturesAt == built && row.signatures == .unverified && !row.enabled)
    #expect(row.path == "/var/lib/clamav/daily.cvd")
  }

  @Test func aDigestThatDoesNotFitIsInvalid() throws {
    let tree = try tree().file("/var/lib/clamav/daily.cvd", bytes: database(digest: "00"))
    #expect(try row(tree).signatures == .invalid)
  }

  @Test func theNewerFormOfTheDailySignaturesCounts() throws {
    let tree = try tree().file("/var/lib/clamav/daily.cld", bytes: database(digest: "X", at: built + 86_400))
    let row = try row(tree)
    #expect(row.signaturesAt == built + 86_400 && row.path == "/var/lib/clamav/daily.cld")
    #expect(row.signatures == .unverified)
  }

  @Test func withoutSignaturesTheyAreMissing() throws {
    let row = try row(TemporaryTree().file("/usr/sbin/clamd").file("/usr/bin/true"))
    #expect(row.signatures == .missing && row.signaturesAt == nil && row.version == nil)
  }

  @Test(arguments: [[UInt8](), Array("ClamAV-VDB:".utf8), [UInt8](repeating: 0, count: 600)])
  func aDamagedDatabaseIsAGap(bytes: [UInt8]) throws {
    let result = try ClamavCollector.run(on: tree().file("/var/lib/clamav/daily.cvd", bytes: bytes))
    #expect(result.status == .incomplete && result.gaps.map(\.reason) == [.damaged])
  }

  @Test func theConfiguredFolderCounts() throws {
    let tree = try tree().file("/etc/clamav/freshclam.conf", "# x\nDatabaseDirectory /srv/clamav\n")
      .file("/srv/clamav/daily.cvd", bytes: database(at: built + 5))
    #expect(try row(tree).signaturesAt == built + 5)
  }

  @Test(arguments: [
    "/etc/systemd/system/multi-user.target.wants/clamav-daemon.service",
    "/etc/systemd/system/multi-user.target.wants/clamav-clamonacc.service",
    "/etc/systemd/system/multi-user.target.wants/clamd@scan.service",
  ])
  func anEnabledUnitScansByItself(link: String) throws {
    #expect(try row(tree().link(link, to: "/lib/systemd/system/x.service")).enabled)
  }

  @Test func scheduledScansCount() throws {
    #expect(try row(tree().file("/etc/cron.daily/scan", "#!/bin/sh\n/usr/bin/clamscan -r /home\n")).enabled)
    #expect(try row(tree().file("/var/spool/cron/crontabs/root", "0 3 * * * clamdscan /home\n")).enabled)
    #expect(try !row(tree().file("/etc/crontab", "# 0 3 * * * root clamscan /home\n")).enabled)
    let timer = try tree().link("/etc/systemd/system/timers.target.wants/scan.timer", to: "../scan.timer")
      .file("/etc/systemd/system/scan.service", "[Service]\nExecStart=/usr/bin/clamscan -r /home\n")
    #expect(try row(timer).enabled)
  }

  @Test func otherProductsAreNamed() throws {
    let tree = try TemporaryTree().folder("/usr/bin").file("/opt/kaspersky/kesl/bin/kesl-control")
    let row = try row(tree)
    #expect(
      row.product == "Kaspersky Endpoint Security" && row.present && row.licence == .unknown && !row.enabled)
  }

  @Test func noProductAtAllIsKnownToBeAbsent() throws {
    let result = try ClamavCollector.run(on: TemporaryTree().folder("/usr/bin"))
    #expect(result.status == .doesNotExist && result.facts.isEmpty)
  }

  @Test func anEmptyRootIsAnError() throws {
    #expect(try ClamavCollector.run(on: TemporaryTree()).status == .error)
  }

  @Test(.enabled(if: geteuid() == 0, "another user's rights need root"))
  func unreadableSignaturesAreAGap() throws {
    let tree = try tree().folder("/var/lib/clamav", mode: 0o700)
    tree.readAs = 1000
    let result = try ClamavCollector.run(on: tree)
    #expect(result.status == .incomplete && result.reason == .permissionDenied)
  }

  private static let isInside = InnerRun.isInside("own-signatures")
  private static let hasClamav = access("/usr/bin/sigtool", X_OK) == 0 && access("/var/lib/clamav", F_OK) == 0

  @Test(.enabled(if: geteuid() == 0 && hasClamav && !isInside, "needs root and an installed ClamAV"))
  func forgedSignaturesOfThisMachineAreInvalid() throws {
    let tree = try tree()
    let mount = "mount --bind \(tree.real("/var/lib/clamav")) /var/lib/clamav && exec \"$@\""
    let result = try InnerRun.run(
      "own-signatures", wrapper: ["/usr/bin/unshare", "-m", "/bin/sh", "-c", mount, "sh"],
      filter: "ClamavCollectorTests/sigtoolRefusesForgedSignatures")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("with 1 test"), "\(result.output)")
  }

  @Test(.enabled(if: isInside))
  func sigtoolRefusesForgedSignatures() throws {
    let row = try #require(ClamavCollector.run(on: LiveHost()).rows(AntivirusProduct.self).first)
    #expect(row.product == "ClamAV" && row.signaturesAt == built && row.signatures == .invalid)
  }
}
