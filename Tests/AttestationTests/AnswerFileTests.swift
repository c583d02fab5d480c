import Testing

@testable import Attestation

@Suite struct AnswerFileTests {
  let folder = Folder()

  @Test func commentsAndEmptyLinesDoNotCount() throws {
    try folder.write("answers", "# Phiếu trả lời\n\na.b.c\r\n  d.e.f  \n#x\n")
    let lines = try AnswerFile.read(folder.path("answers"))
    #expect(lines.map(\.line) == [3, 4])
    #expect(lines.map(\.jws) == ["a.b.c", "d.e.f"])
  }

  @Test func tooLargeIsRefused() throws {
    try folder.write("answers", String(repeating: "#\n", count: AnswerFile.maximumSize / 2 + 1))
    #expect(throws: KeyFileError(folder.path("answers"), .tooLarge)) {
      try AnswerFile.read(folder.path("answers"))
    }
  }

  @Test func absentFileIsAnError() {
    #expect(throws: KeyFileError.self) { try AnswerFile.read(folder.path("none")) }
  }
}
