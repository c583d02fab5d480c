import Facts
import GRDB
import Journal
import TestSupport
import Testing

@testable import Collectors

@Suite struct OwnJournalSignTests {
  private static let start: Int64 = 1_779_246_600
  private static let events = [
    (start, JournalEvent(.watchStarted)), (start + 10, JournalEvent(.deviceAdded)),
    (start + 20, JournalEvent(.deviceRemoved)),
  ]

  private func signs(_ tree: WatchedTree) throws -> [HistorySign] {
    try tree.run(HistorySignCollector.self).rows(HistorySign.self).filter {
      [.ownJournalBroken, .ownJournalBeginsLate].contains($0.sign)
    }
  }

  @Test func aBrokenChain() throws {
    let tree = try WatchedTree(Self.events)
    try DatabaseQueue(path: tree.journal).write {
      try $0.execute(sql: "DELETE FROM entry WHERE sequence = 2")
    }
    #expect(try signs(tree).map(\.weight) == [.unambiguous])
  }

  @Test func aChainThatWasBegunAnew() throws {
    let late = try WatchedTree(Self.events, enabledAt: Self.start - 30 * 86_400)
    #expect(try signs(late).map(\.sign) == [.ownJournalBeginsLate])
    #expect(try signs(late).map(\.weight) == [.independent])
  }

  @Test func aWholeChain() throws {
    #expect(try signs(WatchedTree(Self.events, enabledAt: Self.start - 60)).isEmpty)
    #expect(try signs(WatchedTree(Self.events)).isEmpty)
  }
}
