@testable import Collectors
import Facts
import TestSupport
import Testing

@Suite struct DeclaredLanCollectorTests {
  @Test func rowsAreWhatTheOperatorDeclares() throws {
    var options = CollectorOptions.test
    options.declaredLANs = ["10.20.0.0/16", "2001:db8::/48"]
    let result = try DeclaredLanCollector.run(on: TemporaryTree().host(), options)
    #expect(result.status == .complete)
    #expect(result.rows(DeclaredLan.self).map(\.network) == ["10.20.0.0/16", "2001:db8::/48"])
  }

  @Test func nothingDeclaredIsNotCollected() throws {
    let result = try DeclaredLanCollector.run(on: TemporaryTree())
    #expect(result.status == .notCollected && result.reason == .notDeclared)
  }
}
