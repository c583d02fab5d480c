import Facts
import LinuxHost

/// The daemon's own journal: a chain that does not hold, or one that begins long after the daemon was enabled.
struct OwnJournalSign: SignDetector {
  private static let link = "/etc/systemd/system/multi-user.target.wants/airseald.service"
  private static let tolerance: Int64 = 7 * 86_400

  func detect(_ machine: SignMachine) throws {
    var first: Int64?
    do {
      guard let journal = try WatchJournal(machine.host) else { return }
      _ = try journal.read { entry in
        let time = entry.moment.time / 1_000_000
        first = first.map { min($0, time) } ?? time
      }
    } catch let failure as CollectionFailure where failure.reason == .damaged {
      return try machine.add(.ownJournalBroken, .unambiguous, WatchJournal.path, detail: failure.detail)
    } catch is CollectionFailure {
      return
    }
    try machine.reading {
      let enabled = try machine.files.info(Self.link, followingLinks: false).firstTime
      guard let first, first > enabled + Self.tolerance else { return }
      try machine.add(.ownJournalBeginsLate, .independent, WatchJournal.path, at: first)
    }
  }
}
