import Foundation
import Markings
import TestSupport
import Testing

@testable import Documents

/// Where a marking stands on the first page of a PDF.
struct PdfPlaceTests {
  /// A page 100 points high whose line stands so far above its lower edge.
  private func reply(_ pages: [String], at height: Int) throws -> [Bool?] {
    let file = String(decoding: SampleDocuments.pdf(pages), as: UTF8.self)
    let moved = file.replacing("20 50 Td", with: "20 \(height) Td")
    return try WorkerReading.reply(Array(moved.utf8)).hits.map(\.isPlaced)
  }

  @Test func aStampAboveStandsInItsPlace() throws { #expect(try reply(["TỐI MẬT"], at: 80) == [true]) }

  @Test func aLineBelowDoesNot() throws { #expect(try reply(["TỐI MẬT"], at: 20) == [false]) }

  @Test func laterPagesHoldNoStamp() throws {
    #expect(try reply(["một", "TỐI MẬT"], at: 80) == [false])
  }
}
