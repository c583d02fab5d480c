import Markings

/// What a member of an Office Open XML package holds, by its place in the package.
enum OoxmlRole: Equatable {
  /// Paragraphs of a part; a slide has its number.
  case text(TextPart.Kind, page: Int?)
  case vml
  case sharedStrings
  case sheet(Int)
  /// Lists of names: of sheets, ranges, sections.
  case names
  case properties
  /// XML of any vocabulary.
  case anyXml
  case settings
  /// A document, or an object that may hold one.
  case inner
  case picture
  /// A part of a binary workbook.
  case binary(BinaryWorkbook.Part)
  case none

  init(_ name: String) {
    let path = name.lowercased()
    let stem = path.split(separator: "/").last ?? ""
    let number = Int(stem.filter(\.isNumber)) ?? 1
    let folder = path.split(separator: "/").dropLast().last ?? ""
    if stem.hasSuffix(".xml") {
      self = Self.xml(path, stem, folder, number)
    } else if stem.hasSuffix(".vml") {
      self = .vml
    } else if stem.hasSuffix(".rels") || Self.ignoredEndings.contains(where: { stem.hasSuffix($0) }) {
      self = .none
    } else if Self.pictureEndings.contains(where: { stem.hasSuffix($0) }) {
      self = .picture
    } else if stem.hasSuffix(".bin"), folder != "embeddings" {
      self = Self.binary(stem, folder, number)
    } else {
      self = .inner
    }
  }

  private static func binary(_ stem: Substring, _ folder: Substring, _ number: Int) -> OoxmlRole {
    switch folder {
    case "worksheets", "macrosheets", "dialogsheets", "chartsheets": return .binary(.sheet(number))
    default: break
    }
    switch stem.dropLast(4).filter({ !$0.isNumber }) {
    case "workbook": return .binary(.names)
    case "sharedstrings": return .binary(.strings)
    case "styles": return .binary(.styles)
    case "comments": return .binary(.comments)
    default: return .none
    }
  }

  private static let pictureEndings = [
    ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf",
  ]
  private static let ignoredEndings = [
    ".odttf", ".fntdata", ".wav", ".mp3", ".mp4", ".xlsb.bin", ".psmdcp", ".sigs",
  ]
  private static let plainStems = [
    "styles", "theme", "fonttable", "websettings", "numbering", "styleswitheffects", "calcchain", "presprops",
    "viewprops", "tablestyles", "metadata", "[content_types]", "itemprops", "volatiledependencies",
    "commentsextended", "commentsids", "commentsextensible", "commentauthors", "people", "persons", "person",
    "colors", "style", "quickstyle", "layout", "revisionheaders",
  ]

  private static func xml(
    _ path: String, _ stem: Substring, _ folder: Substring, _ number: Int
  ) -> OoxmlRole {
    let bare = stem.dropLast(4).filter { !$0.isNumber }
    switch folder {
    case "docprops": return .properties
    case "slides": return .text(.body, page: number)
    case "notesslides": return .text(.note, page: number)
    case "slidemasters", "slidelayouts", "handoutmasters", "notesmasters": return .text(.header, page: nil)
    case "comments", "threadedcomments": return .text(.comment, page: nil)
    case "worksheets", "macrosheets", "dialogsheets", "chartsheets": return .sheet(number)
    case "pivotcache", "tables": return .names
    case "drawings", "charts", "diagrams":
      return plainStems.contains(bare) ? .none : .text(.textBox, page: nil)
    default: break
    }
    switch bare {
    case "document": return .text(folder == "glossary" ? .textBox : .body, page: nil)
    case "header": return .text(.header, page: nil)
    case "footer": return .text(.footer, page: nil)
    case "comments": return .text(.comment, page: nil)
    case "footnotes", "endnotes": return .text(.note, page: nil)
    case "sharedstrings": return .sharedStrings
    case "workbook", "presentation": return .names
    case "settings": return .settings
    default: return plainStems.contains(bare) || path.hasPrefix("_xmlsignatures/") ? .none : .anyXml
    }
  }
}
