import ParseWire

/// A document format that airseal reads; adding one is one file here and one line in `Formats`.
protocol Format: Sendable {
  /// Types of content that the format takes.
  var types: [FileType] { get }
  /// Loads whatever the library reads from files, before the sandbox closes; throws where it does not work.
  func warmUp() throws
  /// The text of a document; documents that stand in it go to `inner`. Throws `Unreadable`.
  func extract(_ file: DocumentFile, _ inner: InnerDocuments) throws -> Extract
}

extension Format {
  func warmUp() {}
}

enum Formats {
  static let all: [any Format] = [
    PlainText(), Ooxml(), Odf(), FlatXml(), Html(), Pdf(), ZipArchive(), Archive(), Rtf(), Ole(), Mail(),
  ]

  /// The format that takes a type; nil where none does.
  static func format(_ type: FileType) -> (any Format)? { all.first { $0.types.contains(type) } }
}
