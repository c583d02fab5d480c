import GRDB
import TestSupport
import Testing

@testable import Facts

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

  /// What a type writes is what its table declares, and nothing of it is lost on the way.
  @Test(arguments: Schema.tables.map(\.name))
  func everyColumnOfAFactComesBack(table: String) throws {
    for type in Schema.facts where type.table.name == table { try comesBack(type) }
  }

  private func comesBack<F: Fact>(_ type: F.Type) throws {
    let cells = F.table.columns.enumerated().map { place, column -> (String, FactValue) in
      switch column.kind {
      case .text: (column.name, .text(column.allowed.last ?? "\(place)"))
      case .integer: (column.name, .integer(column.allowed.isEmpty ? Int64(place) : 1))
      }
    }
    let row = Dictionary(uniqueKeysWithValues: cells)
    let store = try FactsStore()
    try store.insert(into: F.table, row)
    let facts = try store.all(type)
    #expect(facts.count == 1)
    for fact in facts {
      let written = try FactRecord(fact: fact).databaseDictionary.mapValues { FactValue($0) }
      #expect(written == row)
    }
  }

  @Test func aColumnThatNoTableDeclaresIsRefused() throws {
    struct Stranger: Fact {
      static var table: Facts.Table { DeclaredLan.table }
      var nowhere = "x"
    }
    #expect(throws: DatabaseError.self) { try FactsStore().insert(Stranger()) }
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
