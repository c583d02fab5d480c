import Attestation
import Foundation
import Journal
import TestSupport
import Testing

/// The signed end of a journal.
@Suite struct HeadFileTests {
  @Test func onlyTheMachinesKeyCountsForIt() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/journal.sqlite"
    let head = try #require(JournalHead(sequence: 7, digest: String(repeating: "ab", count: 32)))
    let key = KeyPair.generate(name: "machine")
    try HeadFile(journal: path, signer: key).write(head)
    #expect(try HeadFile.read(journal: path, trust: TrustStore(keys: [key.publicKey])) == head)
    let other = KeyPair.generate(name: "other")
    #expect(throws: SignatureError.self) {
      try HeadFile.read(journal: path, trust: TrustStore(keys: [other.publicKey]))
    }
  }
}
