/// Type of a file by its content, as far as documents are concerned; raw values stand in facts.
public enum FileType: String, Sendable, CaseIterable {
  case text
  case html
  /// XML text, among it documents that stand in one XML file (flat ODF, flat OPC, Word 2003).
  case xml
  case docx
  case odt
  case pdf
  case xlsx
  case pptx
  /// An ODF file other than a text document.
  case odf
  /// OLE2 whose content is not known: one of the four that follow, or another.
  case ole
  /// Word of before 2007.
  case doc
  /// Excel of before 2007.
  case xls
  /// PowerPoint of before 2007.
  case ppt
  /// An Outlook message.
  case msg
  case rtf
  case mail
  case zip
  case archive
  /// One compressed file.
  case compressed
  case postscript
  case djvu
  /// A picture large enough to show a page.
  case image
  /// Neither a document nor a container that may hold one.
  case other
  case unknown
  case empty

  /// Whether the file holds text or files that airseal does not read yet.
  public var isUnsupportedDocument: Bool {
    switch self {
    case .html, .xml, .xlsx, .pptx, .odf, .ole, .rtf, .mail, .postscript, .djvu, .zip, .archive, .compressed:
      true
    default: false
    }
  }

  /// Whether the file is a container of other files.
  public var isArchive: Bool {
    switch self {
    case .zip, .archive, .compressed: true
    default: false
    }
  }
}
