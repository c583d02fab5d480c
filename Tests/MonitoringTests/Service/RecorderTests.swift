import Attestation
import Foundation
import GRDB
import Journal
import TestSupport
import Testing

@testable import Monitoring

/// What cannot be written becomes a gap.
@Suite struct RecorderTests {
  @Test func aRefusedWriteIsAGapOnceTheJournalTakesEntriesAgain() async throws {
    let journal = try TestJournal()
    await journal.recorder.record([JournalEvent(.watchStarted)])
    let other = try DatabaseQueue(path: journal.path)
    try await other.write {
      try $0.execute(sql: "CREATE TRIGGER full BEFORE INSERT ON entry BEGIN SELECT RAISE(FAIL, 'full'); END")
    }
    let refused = await journal.recorder.record([JournalEvent(.deviceAdded), JournalEvent(.deviceRemoved)])
    #expect(refused.isEmpty)
    #expect(await journal.recorder.standing.lost == 2)
    try await other.write { try $0.execute(sql: "DROP TRIGGER full") }
    await journal.recorder.pulse()
    let gap = try #require(try journal.entries().last)
    #expect(gap.kind == .gap && gap.detail["reason"] == "write_failed" && gap.detail["lost"] == "2")
    #expect(await journal.recorder.standing.lost == 0)
  }

  @Test func theHeadFileFollows() async throws {
    let scratch = try Scratch()
    let path = scratch.path + "/journal.sqlite"
    let key = KeyPair.generate(name: "machine")
    let recorder = try Recorder(
      try EventJournal(path: path), headFile: HeadFile(journal: path, signer: key), clock: try MachineClock())
    let entries = await recorder.record([JournalEvent(.watchStarted), JournalEvent(.linkAdded)])
    let head = try HeadFile.read(journal: path, trust: TrustStore(keys: [key.publicKey]))
    #expect(head == entries.last?.head && head.sequence == 2)
  }
}
