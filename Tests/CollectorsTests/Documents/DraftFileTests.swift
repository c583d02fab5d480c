import Facts
import Testing

@testable import Collectors

struct DraftFileTests {
  @Test(arguments: [
    (".~lock.KH TỐI MẬT.odt#", "KH TỐI MẬT.odt", TraceKind.edited), ("~$cao.docx", "cao.docx", .edited),
    (".TOI_MAT.txt.swp", "TOI_MAT.txt", .edited), ("bao cao.docx~", "bao cao.docx", .edited),
    ("bc.asd", "bc", .edited), ("thu.zip.crdownload", "thu.zip", .downloaded),
  ])
  func namesTheDocument(name: String, document: String, trace: TraceKind) throws {
    let draft = try #require(DraftFile(name: name))
    #expect(draft.document == document && draft.trace == trace)
  }

  @Test(arguments: ["bao cao.docx", "~", ".bashrc", "#"])
  func othersAreNone(name: String) { #expect(DraftFile(name: name) == nil) }
}
