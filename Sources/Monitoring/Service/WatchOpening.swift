import Foundation
import Journal

/// How the watch before left the journal.
struct WatchOpening {
  private let last: EventEntry?
  private let hardware: String?
  private let pulse: Moment?

  /// Reads the journal, if there is one; throws where it cannot be read or is damaged.
  init(journal path: String) throws {
    var last: EventEntry?
    var hardware: String?
    var pulse: Moment?
    if FileManager.default.fileExists(atPath: path) {
      let reader = try EventReader(live: path)
      try reader.eachEntry { entry in
        last = entry
        if entry.kind == .watchStarted { hardware = entry.detail["hardware"] }
      }
      pulse = try reader.pulse()
    }
    self.last = last
    self.hardware = hardware
    self.pulse = pulse
  }

  /// The entries with which a watch begins: what lies between the one before and this one, then its start.
  func events(_ setting: Daemon.Setting, at now: Moment) -> [JournalEvent] {
    let between = Resumption.event(
      after: last, pulse: pulse, hardwareBefore: hardware, now: now, hardware: setting.hardware)
    let start = JournalEvent(.watchStarted, ["hardware": setting.hardware, "version": setting.version])
    return [between, start].compactMap { $0 }
  }
}
