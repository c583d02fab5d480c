import Facts

/// Files that programs leave beside a document while it is worked on, told by their names.
struct DraftFile {
  let trace: TraceKind
  /// Name of the document, as far as the file's name tells it.
  let document: String

  /// What stands before and behind the document's name: LibreOffice, Word and WPS, Word's copies, autosave of Word and Excel,
  /// Vim, Kate, Emacs, gedit; then unfinished downloads.
  private static let shapes: [(start: String, end: String, trace: TraceKind)] = [
    (".~lock.", "#", .edited), ("~$", "", .edited), (".~", "", .edited), ("~WRL", "", .edited),
    ("AutoRecovery save of ", "", .edited), ("", ".asd", .edited), ("", ".wbk", .edited),
    (".", ".swp", .edited), (".", ".swo", .edited), (".", ".swn", .edited), (".", ".un~", .edited),
    (".", ".kate-swp", .edited), ("#", "#", .edited), ("", "~", .edited), ("", ".bak", .edited),
    ("", ".crdownload", .downloaded), ("", ".part", .downloaded),
  ]

  /// nil where the name is not such a file's.
  init?(name: String) {
    for (start, end, trace) in Self.shapes where name.hasPrefix(start) && name.hasSuffix(end) {
      guard name.count > start.count + end.count else { continue }
      self.trace = trace
      document = String(name.dropFirst(start.count).dropLast(end.count))
      return
    }
    return nil
  }
}
