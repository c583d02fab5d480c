import Crypto
@testable import Collectors
import Facts
import Foundation
import LinuxHost
import TestSupport
import Testing

@Suite struct AntivirusCollectorTests {
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
        "Package: libclamav11\nVersion: 9\n\nPackage: clamav\nStatus: install ok installed\nVersion: 1.4.6+deb12u1\n"
      )
      .folder("/etc/systemd/system")
  }

  private func row(_ tree: TemporaryTree) throws -> AntivirusProduct {
    let result = try AntivirusCollector.run(on: tree)
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
    let result = try AntivirusCollector.run(on: tree().file("/var/lib/clamav/daily.cvd", bytes: bytes))
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
      row.product == "Kaspersky Endpoint Security for Linux" && row.present && row.licence == .unknown
        && !row.enabled)
  }

  @Test func noProductAtAllIsKnownToBeAbsent() throws {
    let result = try AntivirusCollector.run(on: TemporaryTree().folder("/usr/bin"))
    #expect(result.status == .doesNotExist && result.facts.isEmpty)
  }

  @Test func anEmptyRootIsAnError() throws {
    #expect(try AntivirusCollector.run(on: TemporaryTree()).status == .error)
  }

  @Test(.enabled(if: geteuid() == 0, "another user's rights need root"))
  func unreadableSignaturesAreAGap() throws {
    let tree = try tree().folder("/var/lib/clamav", mode: 0o700)
    tree.readAs = 1000
    let result = try AntivirusCollector.run(on: tree)
    #expect(result.status == .incomplete && result.reason == .permissionDenied)
  }

  private func sigtool(_ output: String, status: Int = 0) throws -> AntivirusProduct {
    let text = output.replacing("\n", with: "\\n")
    let tree = try tree().remove("/var/lib/clamav/main.cvd").commands(
      "- { command: /usr/bin/sigtool --info /var/lib/clamav/daily.cvd, status: \(status), output: \"\(text)\" }\n"
    )
    return try row(tree)
  }

  @Test func sigtoolVouchesForADatabase() throws {
    let row = try sigtool("File: daily.cvd\nBuilder: raynman\nDigital signature: x\nVerification OK.\n")
    #expect(row.signatures == .verified && row.signaturesAt == built && row.signaturesVersion == "27829")
  }

  @Test func sigtoolRefusesADatabase() throws {
    let output = "File: daily.cvd\nERROR: cvdinfo: Verification: Can't verify database integrity\n"
    #expect(try sigtool(output, status: 1).signatures == .invalid)
    #expect(try sigtool("Verification: Unsigned container\n").signatures == .invalid)
  }

  @Test func aSilentSigtoolLeavesAGap() throws {
    let tree = try tree().commands("- { command: /usr/bin/sigtool --info /var/lib/clamav/daily.cvd }\n")
    let result = try AntivirusCollector.run(on: tree)
    #expect(result.status == .incomplete && result.reason == .timedOut)
    #expect(result.rows(AntivirusProduct.self).first?.signatures == .unverified)
  }

  @Test func theLastScanAndOnAccessScanningAreRead() throws {
    let tree = try tree().file("/etc/clamav/clamd.conf", "OnAccessIncludePath /home\n")
      .file("/etc/clamav/freshclam.conf", "DatabaseMirror file:///media/updates\n")
      .link("/etc/systemd/system/multi-user.target.wants/clamav-clamonacc.service", to: "/lib/x.service")
      .file(
        "/var/log/clamav/clamscan.log",
        """
        /home/a/x.exe: Win.Test.EICAR_HDB-1 FOUND

        ----------- SCAN SUMMARY -----------
        Known viruses: 8700000
        Scanned directories: 10
        Scanned files: 120
        Infected files: 1
        Start Date: 2026:06:29 08:00:00
        End Date:   2026:06:29 08:10:00

        """)
    let result = try AntivirusCollector.run(on: tree)
    let row = try #require(result.rows(AntivirusProduct.self).first)
    #expect(row.realTime == .on && row.enabled && row.updateSource == .local)
    #expect(row.lastScanAt == 1_782_695_400 && row.lastScanFound == 1)
    #expect(result.rows(MalwareScan.self).map(\.files) == [120])
  }

  @Test func aProductKnownByNameAloneIsAGap() throws {
    let tree = try TemporaryTree().folder("/usr/bin").file("/opt/bkav/bin/x")
    let result = try AntivirusCollector.run(on: tree)
    let row = try #require(result.rows(AntivirusProduct.self).first)
    #expect(row.product == "Bkav" && row.basis == .named && row.licence == .unknown && !row.enabled)
    #expect(result.status == .incomplete && result.reason == .notDescribed)
  }

  @Test func anOperatorsRecordSpeaksForIt() throws {
    func run(_ change: (inout AntivirusRecord) -> Void = { _ in }) throws -> Collected {
      let tree = try TemporaryTree().folder("/usr/bin").file("/opt/bkav/bin/x")
      var record = AntivirusRecord(
        product: "Bkav", version: "2026", licenceEnd: built + 900, licenceHolder: "Đơn vị mẫu",
        signaturesAt: built, enabled: true, statement: "seen", inspector: "A", unit: "B", machine: "m",
        issued: built, expires: tree.collectedAt)
      change(&record)
      var options = CollectorOptions.test
      options.machine = "m"
      options.antivirusRecords = [SignedAntivirusRecord(record: record, isTest: true)]
      return try AntivirusCollector.run(on: tree, options)
    }
    let row = try #require(run { $0.licenceEnd = 1_900_000_000 }.rows(AntivirusProduct.self).first)
    #expect(row.licence == .valid && row.signatures == .declared && row.enabled && row.basis == .declared)
    #expect(try run().rows(AntivirusProduct.self).first?.licence == .expired)
    #expect(try run().status == .complete)
    #expect(try run { $0.expires -= 1 }.status == .incomplete)
    #expect(try run { $0.machine = "other" }.rows(AntivirusProduct.self).first?.basis == .named)
  }

  private static let kinds = ["none", "home-made", "forged", "old"]
  private static let inside = kinds.first { InnerRun.isInside("clamav-\($0)") }
  private static let hasClamav = access("/usr/bin/sigtool", X_OK) == 0 && access("/var/lib/clamav", F_OK) == 0

  /// A database without a signature, as anyone can make one, of a signature of our own.
  private func homeMade(at time: Int64) -> [UInt8] { database(Array("not an archive".utf8), at: time) }

  @Test(
    .enabled(if: geteuid() == 0 && hasClamav && inside == nil, "needs root and an installed ClamAV"),
    arguments: kinds)
  func databasesOfThisMachineAreTrustedAfterSigtoolOnly(kind: String) throws {
    let tree = try tree().remove("/var/lib/clamav/main.cvd").remove("/var/lib/clamav/daily.cvd")
    switch kind {
    case "home-made": try tree.file("/var/lib/clamav/daily.cvd", bytes: homeMade(at: built))
    case "forged": try tree.file("/var/lib/clamav/daily.cvd", bytes: database())
    case "old": try tree.file("/var/lib/clamav/daily.cld", bytes: database(at: built - 90_000_000))
    default: break
    }
    let mount = "mount --bind \(tree.real("/var/lib/clamav")) /var/lib/clamav && exec \"$@\""
    let result = try InnerRun.run(
      "clamav-\(kind)", wrapper: ["/usr/bin/unshare", "-m", "/bin/sh", "-c", mount, "sh"],
      filter: "AntivirusCollectorTests/sigtoolDecides")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("with 1 test"), "\(result.output)")
  }

  @Test(.enabled(if: inside != nil))
  func sigtoolDecides() throws {
    let rows = try AntivirusCollector.run(on: LiveHost()).rows(AntivirusProduct.self)
    let row = try #require(rows.first { $0.product == "ClamAV" })
    let dates = ["none": nil, "home-made": built, "forged": built, "old": built - 90_000_000]
    #expect(row.signaturesAt == dates[Self.inside ?? ""] ?? nil)
    #expect(row.signatures == (Self.inside == "none" ? .missing : .invalid))
  }
}
