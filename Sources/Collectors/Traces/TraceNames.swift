import Facts
import Markings
import Synchronization

/// Markings in the names of documents that traces speak of; the rules are loaded when the first name is asked for.
enum TraceNames {
  private static let loaded = Mutex<[String: NameMarkings]>([:])

  /// The surest marking in a part of a path; nil where there is none.
  static func marking(inPath path: String, rules: String) throws -> (
    level: TraceLevel, confidence: TraceConfidence
  )? {
    let hits = try loaded.withLock { loaded in
      let names: NameMarkings
      if let known = loaded[rules] {
        names = known
      } else {
        names = NameMarkings(try MarkingRules(folder: "\(rules)/markings", isLazy: true))
        loaded[rules] = names
      }
      return try path.split(separator: "/").reversed().flatMap { try names.markings(in: String($0)) }
    }
    for confidence in TraceConfidence.allCases {
      for hit in hits where hit.confidence.rawValue == confidence.rawValue {
        if let level = TraceLevel(rawValue: hit.level.rawValue) { return (level, confidence) }
      }
    }
    return nil
  }
}
