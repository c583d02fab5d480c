import Facts
import TestSupport
import Testing

@testable import Collectors

/// Each sign has a machine that shows it and an innocent twin that does not.
@Suite struct HistorySignCollectorTests {
  private static let day: Int64 = 86_400
  private static let installed: Int64 = 1_770_000_000

  private func tree() throws -> TemporaryTree {
    try BrowserTree.make().folder("lost+found", at: Self.installed).folder(
      "var/log/installer", at: Self.installed
    )
    .file("etc/machine-id", JournalMaker.machineID + "\n", at: Self.installed)
    .file("var/lib/NetworkManager/NetworkManager.state", "[main]\n", at: Self.installed)
  }

  private func signs(_ tree: TemporaryTree) throws -> [String: SignWeight] {
    let result = try HistorySignCollector.run(on: tree)
    #expect(result.status == .complete, "\(result.gaps)")
    return Dictionary(result.rows(HistorySign.self).map { ($0.sign.rawValue, $0.weight) }) { first, _ in first
    }
  }

  @Test func anOrdinaryMachineShowsNone() throws {
    let tree = try tree().journal([.init(Self.installed + 60, "kernel", "Linux")])
      .file("home/an/.bash_history", "ls\nlibreoffice x.odt\ngit rm x\n")
    #expect(try signs(tree) == [:])
  }

  /// The number of the first entry in the header's bytes 168 to 175 (systemd.io/JOURNAL_FILE_FORMAT).
  private func journal(from sequence: UInt64, _ entries: [JournalMaker.Entry]) throws -> [UInt8] {
    var bytes = try JournalMaker.journal(entries)
    for (index, byte) in withUnsafeBytes(of: sequence.littleEndian, Array.init).enumerated() {
      bytes[168 + index] = byte
    }
    return bytes
  }

  @Test func aVacuumedJournal() throws {
    let usage = "System Journal (/var/log/journal/x) is 8.0M, max 4.0G, 3.9G free."
    let entries: [JournalMaker.Entry] = [.init(Self.installed + 90 * Self.day, "systemd-journald", usage)]
    let vacuumed = try tree().file(JournalMaker.path, bytes: journal(from: 48_211, entries))
    #expect(try signs(vacuumed) == ["journal_sequence_gap": .unambiguous])
    let limited = try tree().file(JournalMaker.path, bytes: journal(from: 48_211, entries))
      .file("etc/systemd/journald.conf", "[Journal]\nSystemMaxUse=50M\n")
    #expect(try signs(limited) == ["journal_sequence_gap": .normal])
    let silent = [JournalMaker.Entry(Self.installed + 90 * Self.day, "kernel", "Linux")]
    let unknown = try tree().file(JournalMaker.path, bytes: journal(from: 48_211, silent))
    #expect(try signs(unknown) == ["journal_sequence_gap": .independent])
  }

  /// journald numbers the first start's entries in memory, and once more when they come to the disk.
  @Test(arguments: [0: SignWeight.normal, 40: .independent] as [Int64: SignWeight])
  func theFirstStartsOwnNumbers(days: Int64, weight: SignWeight) throws {
    let usage = "System Journal (/var/log/journal/x) is 8.0M, max 4.0G, 3.9G free."
    let time = Self.installed + days * Self.day + 600
    let fresh = try tree().file(
      JournalMaker.path, bytes: journal(from: 605, [.init(time, "systemd-journald", usage)]))
    #expect(try signs(fresh) == ["journal_sequence_gap": weight])
  }

  @Test func aJournalThatWasDeleted() throws {
    let tree = try tree().journal([.init(Self.installed + 90 * Self.day, "kernel", "Linux")])
    #expect(try signs(tree) == ["journal_begins_late": .independent])
  }

  @Test func journalsOfAnotherInstallation() throws {
    let tree = try tree().folder("var/log/journal/0123456789abcdef0123456789abcdef")
    #expect(try signs(tree)["other_machine_journal"] == .normal)
  }

  @Test func aLogThatLogrotateRemembers() throws {
    let state =
      "logrotate state -- version 2\n\"/var/log/syslog\" 2026-5-20-10:0:0\n\"/var/log/x.log\" 2026-5-20-10:0:0\n"
    #expect(try signs(tree().file("var/lib/logrotate/status", state)) == ["listed_log_missing": .normal])
    #expect(try signs(tree().file("var/lib/logrotate/status", state).file("var/log/syslog")) == [:])
  }

  @Test func packagesThatNoLogTellsOf() throws {
    let log = "2026-05-20 10:10:00 install a:amd64 <none> 1\n"
    let time: Int64 = 1_779_246_600
    let late = try tree().file("var/log/dpkg.log", log).file(
      "var/lib/dpkg/info/b.list", at: time + 3 * Self.day)
    #expect(try signs(late) == ["packages_newer_than_log": .independent])
    let same = try tree().file("var/log/dpkg.log", log).file("var/lib/dpkg/info/b.list", at: time + 60)
    #expect(try signs(same) == [:])
  }

  @Test func noInstallerLogs() throws {
    #expect(try signs(tree().remove("var/log/installer")) == ["installer_log_missing": .normal])
  }

  @Test func cleaners() throws {
    #expect(try signs(tree().file("usr/bin/bleachbit")) == ["cleaner_installed": .independent])
    #expect(
      try signs(tree().file("home/an/.config/bleachbit/bleachbit.ini", "[bleachbit]\n")) == [
        "cleaner_ran": .unambiguous
      ])
  }

  @Test(arguments: [
    "sudo journalctl --vacuum-time=1s", "history -c", "ls; rm -rf /var/log/journal",
    ": 1700000000:0;history -c",
  ])
  func commands(line: String) throws {
    let tree = try tree().file("home/an/.bash_history", "ls\n\(line)\n")
    #expect(try signs(tree) == ["cleaner_ran": .unambiguous])
  }

  @Test func sudosLog() throws {
    let line = "an : TTY=pts/0 ; PWD=/home/an ; USER=root ; COMMAND=/usr/bin/journalctl --vacuum-size=1M"
    let tree = try tree().journal([.init(Self.installed + 60, "sudo", line)])
    #expect(try signs(tree) == ["cleaner_ran": .unambiguous])
    let innocent = line.replacing("--vacuum-size=1M", with: "-u cups")
    #expect(try signs(self.tree().journal([.init(Self.installed + 60, "sudo", innocent)])) == [:])
  }

  @Test func historyThatIsLinkedAway() throws {
    #expect(
      try signs(tree().link("home/an/.bash_history", to: "/dev/null")) == [
        "history_linked_away": .unambiguous
      ])
    #expect(try signs(tree().link("home/an/.bash_history", to: ".local/history")) == [:])
  }

  @Test func loggingThatIsOff() throws {
    let off = try tree().file("etc/systemd/journald.conf", "[Journal]\nStorage=volatile\n")
    #expect(try signs(off) == ["logging_disabled": .independent])
    #expect(try signs(off.file("var/log/syslog", "x")) == ["logging_disabled": .normal])
    #expect(try signs(tree().file("etc/systemd/journald.conf", "[Journal]\n#Storage=volatile\n")) == [:])
  }

  @Test func aSystemThatKeepsNothing() throws {
    let tree = try tree().file("etc/overlayroot.conf", "# overlayroot=\"\"\noverlayroot=\"tmpfs\"\n")
    #expect(try signs(tree) == ["nothing_persists": .independent])
    #expect(try signs(self.tree().file("etc/overlayroot.conf", "overlayroot=\"\"\n")) == [:])
  }

  @Test func aServerThatIsAhead() throws {
    let name = "var/lib/apt/lists/deb.example.org_debian_dists_x_InRelease"
    #expect(
      try signs(tree().file(name, "Origin: Debian\nDate: Sat, 16 May 2037 09:12:31 UTC\n")) == [
        "server_time_ahead": .unambiguous
      ])
    #expect(try signs(tree().file(name, "Origin: Debian\nDate: Sat, 16 May 2026 09:12:31 UTC\n")) == [:])
  }

  @Test func aPackageLogThatRunsBackwards() throws {
    let log = "2026-05-20 10:10:00 install a <none> 1\n2026-02-01 10:10:00 install b <none> 1\n"
    #expect(try signs(tree().file("var/log/dpkg.log", log)) == ["time_went_backwards": .independent])
    let zone = "2026-05-20 10:10:00 install a <none> 1\n2026-05-20 03:10:00 install b <none> 1\n"
    #expect(try signs(tree().file("var/log/dpkg.log", zone)) == [:])
  }

  @Test func aClockThatSomebodySet() throws {
    let line = "Changed local time to Wed 2026-05-20 10:10:00 +07"
    let tree = try tree().journal([.init(Self.installed + 60, "systemd-timedated", line)])
    #expect(try signs(tree) == ["clock_was_set": .normal])
    let other = "Changed time zone to 'Asia/Ho_Chi_Minh' (+07)."
    #expect(try signs(self.tree().journal([.init(Self.installed + 60, "systemd-timedated", other)])) == [:])
  }

  @Test func deletedRows() throws {
    let name = "home/an/.mozilla/firefox/a.default/places.sqlite"
    let full = """
      CREATE TABLE moz_historyvisits (id INTEGER PRIMARY KEY, url TEXT);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
      INSERT INTO moz_historyvisits SELECT i, hex(zeroblob(500)) FROM n;
      """
    #expect(try signs(tree().database(name, full)) == [:])
    let few = full + "DELETE FROM moz_historyvisits WHERE id > 1500;"
    #expect(try signs(tree().database(name, few)) == ["deleted_rows": .normal])
    let most = full + "DELETE FROM moz_historyvisits WHERE id > 100;"
    #expect(try signs(tree().database(name, most)) == ["deleted_rows": .independent])
    let all = full + "DELETE FROM moz_historyvisits;"
    #expect(try signs(tree().database(name, all)) == ["deleted_rows": .normal])
  }

  @Test func aClosedHomeIsAGap() throws {
    let tree = try tree().file("home/an/.bash_history", "x", mode: 0o600, owner: 0)
    tree.readAs = 65_534
    #expect(try HistorySignCollector.run(on: tree).status == .incomplete)
  }

  private static let byHand =
    "auto lo\niface lo inet loopback\niface eth0 inet static\n  address 192.0.2.7/24\n"

  @Test("Links that nothing keeps, and logs that begin late")
  func forgottenLinks() throws {
    let late = [JournalMaker.Entry(Self.installed + 90 * Self.day, "kernel", "Linux")]
    let settings = "[Journal]\nSystemMaxUse=50M\n"
    let bare = try tree().remove("var/lib/NetworkManager").journal(late)
      .file("etc/systemd/journald.conf", settings)
    #expect(try signs(bare)["links_not_kept"] == .independent)
    let byHand = try tree().journal(late).file("etc/systemd/journald.conf", settings)
      .file("etc/network/interfaces", Self.byHand)
    #expect(try signs(byHand)["links_not_kept"] == .independent)
    let kept = try tree().journal(late).file("etc/systemd/journald.conf", settings)
    #expect(try signs(kept)["links_not_kept"] == nil)
    let whole = try tree().journal([.init(Self.installed + 60, "kernel", "Linux")])
      .file("etc/network/interfaces", Self.byHand)
    #expect(try signs(whole)["links_not_kept"] == nil)
  }
}
