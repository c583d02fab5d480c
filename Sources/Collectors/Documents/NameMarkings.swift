import Markings

/// Markings in names of files and folders; the same names come again and again.
final class NameMarkings {
  private static let limit = 1 << 14

  private let finder: MarkingFinder
  private var known: [Substring: [Hit]] = [:]

  init(_ rules: MarkingRules) { finder = MarkingFinder(rules) }

  /// The markings in the last part of a path.
  func markings(in path: String) throws -> [Hit] {
    let name =
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    if let hits = known[name] { return hits }
    let hits = try finder.find(in: [TextPart(.name, lines: [String(name)])])
    if known.count >= Self.limit { known = [:] }
    known[name] = hits
    return hits
  }
}
