import Markings
import ParseWire

/// Word, Excel and PowerPoint documents of Office Open XML (ECMA-376, ISO/IEC 29500), also templates, macros and the
/// strict form: every member of the package that can hold text.
struct Ooxml: Format {
  let types: [FileType] = [.docx, .xlsx, .pptx]

  func warmUp() { XmlNormalizer.warmUp() }

  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract {
    let reader = OoxmlReader(try Zip(file), inner)
    return try reader.read()
  }
}
