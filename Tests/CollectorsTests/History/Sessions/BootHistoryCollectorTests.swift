import Facts
import TestSupport
import Testing

@testable import Collectors

@Suite struct BootHistoryCollectorTests {
  private static let day: Int64 = 86_400
  private static let start: Int64 = 1_779_246_600

  private func boots(_ times: [Int64]) -> [BootComparison.JournalBoot] {
    times.enumerated().map {
      .init(id: "\($0)", path: "j", first: $1, last: $1 + 3600, sequence: UInt64($0))
    }
  }

  private func sessions(_ times: [Int64]) -> [BootComparison.SessionEvent] {
    times.map { .init(path: "w", kind: .boot, time: $0) }
  }

  private func signs(_ journal: [Int64], _ records: [Int64]) -> [HistorySignKind] {
    BootComparison(journal: boots(journal), sessions: sessions(records), offset: 25_200).signs(source: "x")
      .map(
        \.sign)
  }

  @Test func bothAgree() {
    let times = (0..<10).map { Self.start + $0 * Self.day }
    #expect(signs(times, times.map { $0 + 20 }) == [])
  }

  @Test func aHardwareClockInLocalTimeIsInnocent() {
    let times = (0..<10).map { Self.start + $0 * Self.day }
    #expect(signs(times, times.map { $0 + 25_200 }) == [])
    #expect(
      signs(times, [times[0], times[0] + 25_200, times[0] + 60, times[9]].map { $0 }).contains(
        .timeWentBackwards) == false)
  }

  @Test func aBootThatOneSideLacks() {
    let times = (0..<10).map { Self.start + $0 * Self.day }
    var fewer = times
    fewer.remove(at: 5)
    #expect(signs(fewer, times) == [.bootMissingInJournal])
    #expect(signs(times, fewer) == [.bootMissingInSessions])
  }

  @Test func timeRunsBackwards() {
    let back = [Self.start, Self.start + 5 * Self.day, Self.start + 2 * Self.day]
    #expect(signs([], back) == [.timeWentBackwards])
    #expect(signs([], [Self.start, 946_684_800]) == [.clockReset])
  }

  @Test func bootsAreEvents() throws {
    let tree = try TemporaryTree().journal([
      .init(Self.start, "kernel", "Linux version 6", boot: 1),
      .init(Self.start + Self.day, "kernel", "Linux version 6", boot: 2),
    ]).file("var/log/wtmp", bytes: LoginRecordTree.record(2, user: "reboot", host: "6", at: Self.start))
    let result = try BootHistoryCollector.run(on: tree)
    let events = result.rows(PowerEvent.self)
    #expect(events.filter { $0.bootId != nil }.map(\.at) == [Self.start, Self.start + Self.day])
    #expect(events.contains { $0.bootId == nil && $0.at == Self.start })
    #expect(result.status == .complete)
  }

  @Test func aClockThatWasSetBack() {
    var boot = boots([Self.start])[0]
    boot.note(clock: 0, "j")
    boot.note(clock: 90, "j")
    func signs() -> [HistorySign] {
      BootComparison(journal: [boot], sessions: [], offset: 25_200).signs(source: "x")
    }
    #expect(signs().isEmpty)
    boot.note(clock: 90 - 25_200, "j")
    #expect(signs().isEmpty)
    boot.note(clock: -3 * Self.day, "k")
    #expect(signs().map(\.sign) == [.clockWasSet])
    #expect(signs().map(\.weight) == [.independent])
    #expect(signs().map(\.path) == ["k"])
  }

  @Test func aClockThatASessionRecordNamesIsANormalState() {
    let set = [BootComparison.SessionEvent(path: "w", kind: .clockSet, time: Self.start)]
    let signs = BootComparison(journal: [], sessions: set, offset: 0).signs(source: "x")
    #expect(signs.map(\.sign) == [.clockWasSet])
    #expect(signs.map(\.weight) == [.normal])
  }

  @Test func aDamagedJournalIsAGap() throws {
    let tree = try TemporaryTree().file(JournalMaker.path, "LPKSHHRH")
    #expect(try BootHistoryCollector.run(on: tree).status == .incomplete)
  }
}
