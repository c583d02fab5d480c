import ParseWire
import Testing

/// Files that LibreOffice made of the flat OpenDocument files beside them (Fixtures/make.sh).
struct OfficeFixtureTests {
  private static let writer: Set<Found> = [
    Found(.toiMat, .body), Found(.tuyetMat, .body), Found(.tuyetMat, .header), Found(.mat, .footer),
    Found(.toiMat, .comment), Found(.toiMat, .note), Found(.toiMat, .textBox), Found(.toiMat, .hidden),
    Found(.toiMat, .property), Found(.mat, .subject),
  ]

  @Test(arguments: [("places.doc", FileType.doc), ("places.rtf", .rtf)])
  func findsEveryPlaceOfText(_ name: String, _ type: FileType) throws {
    let reply = try Reading.file(name)
    #expect(reply.type == type && reply.outcome == .read)
    #expect(reply.found == Self.writer)
  }

  @Test func findsEveryPlaceOfWorkbook() throws {
    let reply = try Reading.file("places.xls")
    #expect(reply.type == .xls && reply.outcome == .read)
    #expect(
      reply.found == [
        Found(.toiMat, .body), Found(.tuyetMat, .body), Found(.tuyetMat, .header), Found(.mat, .footer),
        Found(.toiMat, .comment), Found(.toiMat, .textBox), Found(.toiMat, .sheetName),
        Found(.toiMat, .property), Found(.mat, .subject),
      ])
  }

  @Test func findsEveryPlaceOfSlides() throws {
    let reply = try Reading.file("places.ppt")
    #expect(reply.type == .ppt && reply.outcome == .read)
    #expect(
      reply.found == [
        Found(.toiMat, .body), Found(.foreign, .body), Found(.toiMat, .comment), Found(.toiMat, .note),
      ])
  }

  @Test(arguments: ["places.doc", "places.xls", "places.ppt", "places.rtf"])
  func neverTrapsOnDamage(_ name: String) throws {
    let bytes = try Reading.fixture(name)
    let reading = try Reading()
    var generator = SystemRandomNumberGenerator()
    for round in 0..<20 {
      var damaged = bytes
      if round % 2 == 0 { damaged.removeLast(bytes.count * round / 21) }
      for _ in 0..<20 {
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      _ = try reading.read(damaged, name: name)
    }
  }

  @Test(arguments: ["places.doc", "places.xls", "places.rtf"])
  func saysThatHalfIsMissing(_ name: String) throws {
    let bytes = try Reading.fixture(name)
    let reply = try Reading.bytes(Array(bytes.prefix(bytes.count / 2)), name: name)
    #expect(reply.outcome == .unreadable && [.damaged, .partlyRead].contains(reply.cause))
  }
}
