import Markings
import ParseWire
import TestSupport
import Testing

/// Every place of a PDF file where a marking can stand beside the text of a page.
struct PdfTests {
  private func hex(_ text: String) -> String {
    "<FEFF"
      + text.utf16.map { unit in
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
      }.joined() + ">"
  }

  /// A file of one empty page; objects from number 4 on are further ones.
  private func pdf(catalog: String = "", page: String = "", info: String = "", _ objects: [UInt8]...)
    -> [UInt8]
  {
    var file = Array("%PDF-1.5\n".utf8)
    let first = [
      "<</Type/Catalog/Pages 2 0 R\(catalog)>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]\(page)>>",
    ].map { Array($0.utf8) }
    for (index, object) in (first + objects).enumerated() {
      file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let end = info.isEmpty ? "" : "/Info<<\(info)>>"
    return file + Array("trailer<</Root 1 0 R\(end)>>\n".utf8)
  }

  private func stream(_ bytes: [UInt8], _ entries: String = "") -> [UInt8] {
    Array("<<\(entries)/Length \(bytes.count)>>stream\n".utf8) + bytes + Array("\nendstream".utf8)
  }

  private func object(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func found(_ file: [UInt8]) throws -> Set<Found> {
    let reply = try Reading.bytes(file, name: "a.pdf")
    #expect(reply.type == .pdf && reply.outcome == .read && reply.cause == .none)
    return reply.found
  }

  @Test func readsFieldsOfForms() throws {
    let field = object(
      "<</Type/Annot/Subtype/Widget/FT/Tx/T(x)/V \(hex("TỐI MẬT"))/Rect[1 1 99 20]/P 3 0 R>>")
    let file = pdf(catalog: "/AcroForm<</Fields[4 0 R]>>", page: "/Annots[4 0 R]", field)
    #expect(try found(file) == [Found(.toiMat, .formField)])
  }

  @Test func readsAnnotations() throws {
    let note = object("<</Type/Annot/Subtype/Text/Contents \(hex("TUYỆT MẬT"))/Rect[1 1 20 20]>>")
    #expect(try found(pdf(page: "/Annots[4 0 R]", note)) == [Found(.tuyetMat, .comment)])
  }

  @Test func readsAttachments() throws {
    let spec = object("<</Type/Filespec/F(a.docx)/EF<</F 4 0 R>>>>")
    let file = pdf(
      catalog: "/Names<</EmbeddedFiles<</Names[(a.docx) 5 0 R]>>>>",
      stream(SampleDocuments.docx([["TỐI MẬT"]]), "/Type/EmbeddedFile"), spec)
    #expect(try found(file) == [Found(.toiMat, .body)])
  }

  @Test func readsMetadata() throws {
    let packet =
      "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title><rdf:Alt><rdf:li>TỐI MẬT</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>"
    let file = pdf(catalog: "/Metadata 4 0 R", stream(Array(packet.utf8), "/Type/Metadata/Subtype/XML"))
    #expect(try found(file) == [Found(.toiMat, .subject)])
  }

  @Test func readsInformation() throws {
    #expect(try found(pdf(info: "/Title \(hex("TỐI MẬT"))")) == [Found(.toiMat, .subject)])
    #expect(try found(pdf(info: "/DoMat \(hex("Tối mật"))")) == [Found(.toiMat, .property)])
  }

  @Test func readsOutline() throws {
    let file = pdf(
      catalog: "/Outlines 4 0 R", object("<</Type/Outlines/First 5 0 R/Last 5 0 R/Count 1>>"),
      object("<</Title \(hex("TUYỆT MẬT"))/Parent 4 0 R/Dest[3 0 R/Fit]>>"))
    #expect(try found(file).map(\.level) == [.tuyetMat])
  }
}
