/// Why a statement is refused.
struct SqlFault: Error {
  let message: LocalizedText
  /// Bytes from the start of the statement's text; nil if SQLite does not tell.
  let offset: Int?

  init(_ vi: String, _ en: String, at offset: Int? = nil) {
    message = LocalizedText(vi: vi, en: en)
    self.offset = offset
  }
}
