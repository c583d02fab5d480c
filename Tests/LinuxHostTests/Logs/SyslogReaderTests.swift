import Facts
import TestSupport
import Testing

@testable import LinuxHost

@Suite struct SyslogReaderTests {
  private func read(
    _ text: String, mtime: Int64, notAfter bound: Int64? = nil
  ) throws -> ([SyslogLine], SyslogReader.Span) {
    let tree = try TemporaryTree().file("syslog", text, at: mtime)
    let host = try tree.host()
    var span = SyslogReader.Span()
    var lines: [SyslogLine] = []
    try SyslogReader(files: host.files, offset: host.utcOffset(at:)).read(
      LogFile(path: "syslog", info: host.files.info("syslog")), notAfter: bound, into: &span,
      programs: ["systemd-timesyncd", "kernel", "netcfg"]
    ) { lines.append($0) }
    return (lines, span)
  }

  private func time(_ text: String) throws -> Int64 {
    try #require(CivilTime(digits: text)).time { _ in 25_200 }
  }

  @Test func readsBothForms() throws {
    let (lines, span) = try read(
      """
      2026-05-20T18:12:30.123456+07:00 ws systemd-timesyncd[412]: Contacted time server
      2026-05-20T11:12:31Z ws kernel: [   12.5] usb 1-2: x
      2026-05-20T18:12:32+0700 ws cron[1]: y
      rubbish
      """, mtime: 1_790_000_000)
    #expect(
      lines == [
        SyslogLine(
          time: try time("2026 5 20 18 12 30"), yearIsInferred: false, tag: "systemd-timesyncd", pid: 412,
          message: "Contacted time server"),
        SyslogLine(
          time: try time("2026 5 20 18 12 31"), yearIsInferred: false, tag: "kernel",
          message: "[   12.5] usb 1-2: x"),
      ])
    #expect(span.entries == 3)
    #expect(span.damaged == 1)
    #expect(span.last == (try time("2026 5 20 18 12 32")))
  }

  @Test func givesTheYearOverNewYear() throws {
    let (lines, _) = try read(
      """
      Dec 30 23:00:00 ws kernel: a
      Dec 31 23:59:59 ws kernel: b
      Jan  1 00:00:01 ws kernel: c
      Jan 10 08:00:00 ws kernel: d
      """, mtime: try time("2025 1 10 8 0 0"))
    #expect(lines.map(\.message) == ["a", "b", "c", "d"])
    #expect(lines.map(\.yearIsInferred) == [true, true, true, true])
    #expect(lines.first?.time == (try time("2024 12 30 23 0 0")))
    #expect(lines[1].time == (try time("2024 12 31 23 59 59")))
    #expect(lines.last?.time == (try time("2025 1 10 8 0 0")))
  }

  @Test func everyNewYearOfOneFileCounts() throws {
    let (lines, _) = try read(
      """
      Dec 30 08:00:00 ws kernel: a
      Dec 30 09:00:00 ws kernel: b
      Jan  2 08:00:00 ws kernel: c
      Jan  2 rubbish
      Jun 30 08:00:00 ws kernel: d
      Jan  2 08:00:00 ws kernel: e
      """, mtime: try time("2026 1 2 7 0 0"))
    let expected = [
      "2024 12 30 8 0 0", "2024 12 30 9 0 0", "2025 1 2 8 0 0", "2025 6 30 8 0 0", "2026 1 2 8 0 0",
    ]
    #expect(lines.map(\.time) == (try expected.map(time)))
  }

  @Test func aClockSetBackIsNoNewYear() throws {
    let (lines, _) = try read(
      "Mar  5 10:00:00 ws kernel: a\nMar  4 10:00:00 ws kernel: b\n", mtime: try time("2026 3 4 10 0 0"))
    #expect(lines.map(\.time) == [try time("2026 3 5 10 0 0"), try time("2026 3 4 10 0 0")])
  }

  @Test func aLaterGenerationBoundsTheYear() throws {
    let (lines, _) = try read(
      "Nov  5 10:00:00 ws kernel: a\n", mtime: try time("2026 6 1 0 0 0"),
      notAfter: try time("2024 12 1 0 0 0"))
    #expect(lines.map(\.time) == [try time("2024 11 5 10 0 0")])
  }

  @Test func aLeapDayFindsALeapYear() throws {
    let (lines, _) = try read("Feb 29 10:00:00 ws kernel: a\n", mtime: try time("2026 6 1 0 0 0"))
    #expect(lines.map(\.time) == [try time("2024 2 29 10 0 0")])
  }

  @Test func theInstallersLogHasNoHostName() throws {
    let (lines, _) = try read("May  4 01:20:11 netcfg[12]: up\n", mtime: try time("2026 5 4 9 0 0"))
    #expect(lines.map(\.tag) == ["netcfg"])
    #expect(lines.map(\.pid) == [12])
  }
}
