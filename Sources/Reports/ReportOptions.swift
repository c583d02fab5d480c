import Rules

/// How a report is rendered.
public struct ReportOptions: Sendable {
  /// Language of text and HTML; JSON holds both.
  public var language: Language
  /// Whether text is coloured for a terminal.
  public var color: Bool
  /// Columns that text is wrapped to.
  public var width: Int
  /// Whether every path of a document is replaced by a keyed hash.
  public var redactsPaths: Bool
  /// Whether text shows every row.
  public var verbose: Bool
  /// Where the sealed facts lie, to be named in the report.
  public var factsPath: String?
  /// Where the HTML report lies, to be named in the report.
  public var htmlPath: String?

  public init(
    language: Language = .vi, color: Bool = false, width: Int = 100, redactsPaths: Bool = false,
    verbose: Bool = false, factsPath: String? = nil, htmlPath: String? = nil
  ) {
    self.language = language
    self.color = color
    self.width = max(40, width)
    self.redactsPaths = redactsPaths
    self.verbose = verbose
    self.factsPath = factsPath
    self.htmlPath = htmlPath
  }
}
