import Facts
import Foundation
import TestSupport
import Testing

@Suite struct SealTests {
  private func sealed(_ scratch: Scratch) throws -> SealedFacts {
    let store = try FactsStore()
    try store.insert(DnsServer(address: "192.0.2.1", path: "/etc/resolv.conf", scope: .public))
    return try Seal.seal(store, to: scratch.path + "/facts.sqlite")
  }

  @Test func factsComeBackAndOnlyTheOwnerReadsThem() throws {
    let scratch = try Scratch()
    let facts = try sealed(scratch)
    #expect(try facts.fetch(DnsServer.self).map(\.address) == ["192.0.2.1"])
    let mode = try FileManager.default.attributesOfItem(atPath: facts.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try SealedFacts(path: facts.path).digest == facts.digest)
  }

  @Test func writingIsRefused() throws {
    let scratch = try Scratch()
    let facts = try sealed(scratch)
    #expect(throws: (any Error).self) {
      try facts.connection().write { try $0.execute(sql: "DELETE FROM dns_server") }
    }
  }

  @Test func anyChangedByteIsSeen() throws {
    let scratch = try Scratch()
    let facts = try sealed(scratch)
    let url = URL(fileURLWithPath: facts.path)
    let original = try Data(contentsOf: url)
    for offset in stride(from: 0, to: original.count, by: original.count / 50) {
      var changed = original
      changed[offset] ^= 0x01
      try changed.write(to: url)
      #expect(throws: SealError.altered(facts.path)) { try SealedFacts(path: facts.path) }
    }
  }
}
