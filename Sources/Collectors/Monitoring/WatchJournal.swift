import Facts
import Journal
import LinuxHost

/// The journal of airseal's daemon on the inspected machine.
struct WatchJournal {
  static let path = "/var/lib/airseal/journal.sqlite"
  private static let unit = "/etc/systemd/system/multi-user.target.wants/airseald.service"

  private let reader: EventReader

  /// Opens it; nil where no daemon ever ran. Throws where it should be there, or cannot be read.
  init?(_ host: any Host) throws {
    try self.init(host.files)
  }

  init?(_ files: FileTree) throws {
    guard try files.exists(Self.path) else {
      if try files.exists(Self.unit) {
        throw CollectionFailure(.error, .expectedButAbsent, detail: Self.path)
      }
      return nil
    }
    reader =
      files.root == "/" ? try EventReader(live: Self.path) : try EventReader(files, Self.path)
  }

  /// Hands over each entry, then says where the chain ends and when the daemon last gave a sign of life.
  ///
  /// Throws a failure that names the first entry that cannot be relied on.
  func read(_ body: (EventEntry) throws -> Void) throws -> (head: JournalHead, pulse: Moment?) {
    do {
      let head = try JournalVerification().verify(reader)
      try reader.eachEntry(body)
      return (head, try reader.pulse())
    } catch let fault as JournalFault {
      throw CollectionFailure(.error, .damaged, detail: "\(Self.path): \(fault.sequence)")
    }
  }
}
