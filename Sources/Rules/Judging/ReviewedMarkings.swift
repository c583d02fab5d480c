import Facts

/// Markings that a person reviewed and found to be none: signed answers to `check`, each on a path and the digest of its file.
public enum ReviewedMarkings {
  /// The check that such an answer names.
  public static let check = "marked_document_present"
  /// The view that speaks of markings that count.
  static let view = "secret_document"

  /// What an answer's scope names for a marking.
  public static func subject(path: String, sha256: String) -> String { "\(path):\(sha256)" }

  /// The views with the reviewed markings taken out of those that count.
  static func views(_ views: [View], without reviewed: Set<String>) -> [View] {
    guard !reviewed.isEmpty else { return views }
    let list = reviewed.sorted().map { "'\($0.replacing("'", with: "''"))'" }.joined(separator: ", ")
    return views.map { view in
      guard view.name == Self.view else { return view }
      let sql = "SELECT * FROM (\(view.sql)\n) WHERE path || ':' || sha256 NOT IN (\(list))"
      return View(name: view.name, sql: sql, tables: view.tables)
    }
  }
}
