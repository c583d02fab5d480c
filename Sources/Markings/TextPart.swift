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
    case property
    /// Title or subject of a document.
    case subject
    /// Name of a file or folder.
    case name
  }

  public var kind: Kind
  /// Page, from 1; nil where the format has none.
  public var page: Int?
  public var lines: [String]

  public init(_ kind: Kind, page: Int? = nil, lines: [String]) {
    self.kind = kind
    self.page = page
    self.lines = lines
  }
}
