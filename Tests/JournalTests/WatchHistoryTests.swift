import Journal
import TestSupport
import Testing

/// What a journal says of its gaps.
@Suite struct WatchHistoryTests {
  private let scratch: Scratch
  private let journal: EventJournal

  init() throws {
    scratch = try Scratch()
    journal = try EventJournal(path: scratch.path + "/journal.sqlite")
  }

  private func write(_ time: Int64, _ event: JournalEvent) throws {
    try journal.append([event], at: Moment(time: time, uptime: time, boot: "boot-a"))
  }

  private func intervals(pulse: Int64? = nil) throws -> [String] {
    var history = WatchHistory()
    try EventReader(live: journal.path).eachEntry { history.add($0) }
    let moment = pulse.map { Moment(time: $0, uptime: $0, boot: "boot-a") }
    return history.intervals(pulse: moment).map {
      "\($0.state.rawValue) \($0.from) \($0.until) \($0.reason?.rawValue ?? "")"
    }
  }

  @Test func aWatchThatRunsReachesToItsPulse() throws {
    try write(10, JournalEvent(.watchStarted))
    try write(20, JournalEvent(.deviceAdded))
    #expect(try intervals() == ["watched 10 20 "])
    #expect(try intervals(pulse: 55) == ["watched 10 55 "])
  }

  @Test func aCrashIsAGapSinceTheLastSignOfLife() throws {
    try write(10, JournalEvent(.watchStarted))
    try write(40, .gap(.crash, from: 25, until: 40))
    try write(40, JournalEvent(.watchStarted))
    #expect(try intervals(pulse: 50) == ["watched 10 25 ", "gap 25 40 crash", "watched 40 50 "])
  }

  @Test func aCleanPowerOffIsNoGap() throws {
    try write(10, JournalEvent(.watchStarted))
    try write(30, JournalEvent(.watchStopped, ["cause": "power_off"]))
    try write(90, JournalEvent(.machineOff, ["from": "30", "until": "90"]))
    try write(90, JournalEvent(.watchStarted))
    #expect(try intervals(pulse: 95) == ["watched 10 30 ", "off 30 90 ", "watched 90 95 "])
  }

  @Test func aGapInsideTheWatchSplitsIt() throws {
    try write(10, JournalEvent(.watchStarted))
    try write(60, .gap(.overflow, from: 50, until: 60))
    try write(70, JournalEvent(.deviceRemoved))
    #expect(try intervals() == ["watched 10 50 ", "gap 50 60 overflow", "watched 60 70 "])
  }
}
