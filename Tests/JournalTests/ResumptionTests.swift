import Journal
import TestSupport
import Testing

/// What is written of the time between two watches.
@Suite struct ResumptionTests {
  private let now = Moment(time: 900, uptime: 100, boot: "boot-b")

  private func between(
    _ last: JournalEvent, boot: String = "boot-a", pulse: Int64? = nil, hardware: String = "same"
  ) throws -> JournalEvent? {
    let scratch = try Scratch()
    let journal = try EventJournal(path: scratch.path + "/journal.sqlite")
    let entries = try journal.append([last], at: Moment(time: 400, uptime: 300, boot: boot))
    return Resumption.event(
      after: entries.last, pulse: pulse.map { Moment(time: $0, uptime: 0, boot: boot) },
      hardwareBefore: "same", now: now, hardware: hardware)
  }

  private let off = JournalEvent(.watchStopped, ["cause": "power_off"])

  @Test func theFirstWatchFollowsNothing() {
    #expect(
      Resumption.event(after: nil, pulse: nil, hardwareBefore: nil, now: now, hardware: "same") == nil)
  }

  @Test func aCleanPowerOffOfTheSameHardwareIsMachineOff() throws {
    #expect(try between(off) == JournalEvent(.machineOff, ["from": "400", "until": "900"]))
  }

  @Test func otherHardwareIsAGap() throws {
    #expect(try between(off, hardware: "other") == .gap(.hardwareChanged, from: 400, until: 900))
  }

  @Test func aStopWhileTheMachineRanOnIsAGap() throws {
    let stop = JournalEvent(.watchStopped, ["cause": "service"])
    #expect(try between(stop) == .gap(.stopped, from: 400, until: 900))
    #expect(try between(off, boot: "boot-b") == .gap(.stopped, from: 400, until: 900))
  }

  @Test func anEndWithoutAWordIsAGapSinceTheLastPulse() throws {
    let device = JournalEvent(.deviceAdded)
    #expect(try between(device, boot: "boot-b", pulse: 600) == .gap(.crash, from: 600, until: 900))
    #expect(try between(device, pulse: 600) == .gap(.powerLost, from: 600, until: 900))
    #expect(try between(device, pulse: 100) == .gap(.powerLost, from: 400, until: 900))
  }
}
