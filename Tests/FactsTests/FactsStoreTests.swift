import Facts
import TestSupport
import Testing

@Suite struct FactsStoreTests {
  private func collect(_ body: (any FactSink) throws -> Void) throws -> CollectionRecord {
    try FactsStore().collect(
      source: "test", tables: [DnsServer.table], monitor: SilentMonitor(), body)
  }

  private let server = DnsServer(address: "192.0.2.1", path: "/etc/resolv.conf", scope: .public)

  @Test func rowsWithoutAFailureAreComplete() throws {
    let record = try collect { try $0.add(server) }
    #expect(record.status == .complete && record.rows == 1)
  }

  @Test func aSkippedItemMakesTheTableIncomplete() throws {
    let record = try collect {
      try $0.add(server)
      try $0.skipped("/x", .damaged)
    }
    #expect(record.status == .incomplete && record.reason == .damaged && record.skipped == 1)
  }

  @Test func anUnknownErrorIsAnError() throws {
    struct Surprise: Error {}
    let record = try collect { _ in throw Surprise() }
    #expect(record.status == .error && record.reason == .internalError)
  }

  @Test func rowsBeforeAnErrorStay() throws {
    struct Surprise: Error {}
    let record = try collect {
      try $0.add(server)
      throw Surprise()
    }
    #expect(record.status == .error && record.rows == 1)
  }

  @Test func absenceCountsOnlyWithoutRows() throws {
    #expect(try collect { $0.absent(.neverInstalled) }.status == .doesNotExist)
    let record = try collect {
      $0.absent(.neverInstalled)
      try $0.add(server)
    }
    #expect(record.status == .complete)
  }

  @Test func theWorstSourceDecides() {
    #expect(CollectionStatus.combined([]) == .notCollected)
    #expect(CollectionStatus.combined([.complete, .doesNotExist]) == .complete)
    #expect(CollectionStatus.combined([.doesNotExist]) == .doesNotExist)
    for status in CollectionStatus.allCases where !status.isConclusive {
      #expect(!CollectionStatus.combined([.complete, status, .doesNotExist]).isConclusive)
    }
  }
}
