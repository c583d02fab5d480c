import Facts
import GRDB
import Journal
import LinuxHost
import TestSupport
import Testing

/// Entries are written, read, and found to be whole or not.
@Suite struct EventJournalTests {
  private let scratch: Scratch
  private let path: String
  private let moment = Moment(time: 1_700_000_000_000_000, uptime: 5_000_000, boot: "boot-a")

  init() throws {
    scratch = try Scratch()
    path = scratch.path + "/journal.sqlite"
    let journal = try EventJournal(path: path)
    for number in 1...20 {
      try journal.append([JournalEvent(.deviceAdded, ["port": "1-\(number)"])], at: moment)
    }
  }

  private func verify(_ heads: [JournalHead] = []) throws -> JournalHead {
    try JournalVerification(heads: heads).verify(try EventReader(live: path))
  }

  private func change(_ sql: String) throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
  }

  @Test func readsBackWhatWasWritten() throws {
    var entries: [EventEntry] = []
    try EventReader(live: path).eachEntry { entries.append($0) }
    #expect(entries.map(\.sequence) == Array(1...20))
    #expect(entries[2].detail == ["port": "1-3"] && entries[2].kind == .deviceAdded)
    #expect(entries[2].moment == moment)
    #expect(try verify() == entries[19].head)
  }

  @Test func goesOnWithTheChainAfterItWasOpenedAgain() throws {
    let before = try verify()
    let entries = try EventJournal(path: path).append([JournalEvent(.watchStopped)], at: moment)
    #expect(entries.map(\.sequence) == [21])
    #expect(try verify([before]) == entries[0].head)
  }

  @Test(arguments: [
    "time = time + 1", "uptime = 0", "boot = 'boot-b'", "kind = 'device_removed'",
    "detail = '{\"port\":\"1-8\"}'", "hash = zeroblob(32)",
  ])
  func namesTheEntryThatWasChanged(_ assignment: String) throws {
    try change("UPDATE entry SET \(assignment) WHERE sequence = 7")
    #expect(throws: JournalFault.altered(7)) { try verify() }
  }

  @Test func namesTheEntryThatIsGone() throws {
    try change("DELETE FROM entry WHERE sequence = 12")
    #expect(throws: JournalFault.missing(12)) { try verify() }
  }

  @Test func closingTheHoleDoesNotHelp() throws {
    try change("DELETE FROM entry WHERE sequence = 12")
    try change("UPDATE entry SET sequence = sequence - 1 WHERE sequence > 12")
    #expect(throws: JournalFault.altered(12)) { try verify() }
  }

  @Test func aKeptHeadShowsACutTail() throws {
    let head = try verify()
    try change("DELETE FROM entry WHERE sequence > 15")
    #expect(try verify().sequence == 15)
    #expect(throws: JournalFault.cutTail(16)) { try verify([head]) }
  }

  @Test func aKeptHeadShowsAnotherChain() throws {
    let other = JournalHead(sequence: 5, hash: [UInt8](repeating: 1, count: 32))
    #expect(throws: JournalFault.otherChain(5)) { try verify([other]) }
  }

  @Test func isReadFromADiskAtRest() throws {
    var count = 0
    try EventReader(try FileTree(root: scratch.path), "/journal.sqlite").eachEntry { _ in count += 1 }
    #expect(count == 20)
  }
}
