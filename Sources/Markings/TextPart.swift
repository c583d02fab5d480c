/// A piece of a document's text, in reading order.
public struct TextPart: Sendable, Equatable {
  /// Where in a document a text stands; raw values are the codes of facts.
  public enum Kind: String, Sendable, CaseIterable {
    case body
    case header
    case footer
    case comment
    case note
    case textBox = "text_box"
    case watermark
    /// Name of a sheet, a slide, a chart or a cell range.
    case sheetName = "sheet_name"
    /// Fields of a form.
    case formField = "form_field"
    /// Bookmarks, links and texts that stand for a picture.
    case label
    /// Text that a tracked change deleted.
    case deleted
    /// Text that is not shown.
    case hidden
    case property
    /// Title or subject of a document.
    case subject
    /// Name of a file, a folder or an attachment.
    case name
  }

  public var kind: Kind
  /// Page, from 1; nil where the format has none.
  public var page: Int?
  public var lines: [String]
  /// Where each line stands on its page, only needed of the first; nil where the format has no layout.
  public var places: [LinePlace]?
  /// Whether the lines repeat, in another form, what other parts hold: a marking in both is one marking.
  public var isEcho: Bool

  public init(
    _ kind: Kind, page: Int? = nil, lines: [String], places: [LinePlace]? = nil, isEcho: Bool = false
  ) {
    self.isEcho = isEcho
    self.kind = kind
    self.page = page
    self.lines = lines
    self.places = places
  }

  /// Whether a line, counted from 1, stands where Decree 30/2020/NĐ-CP puts a stamp; nil where the layout is unknown.
  func placed(_ line: Int?) -> Bool? {
    guard let places, let line else { return nil }
    guard page == 1 else { return false }
    return places.indices.contains(line - 1) ? places[line - 1].isInStampArea : nil
  }
}
