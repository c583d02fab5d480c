/// When distributions end their security support, as `rules/os-support.yaml` lists it.
struct SupportPeriods: Decodable {
  struct Distribution: Decodable {
    /// ID of os-release.
    let id: String
    let source: String
    /// Last day of support by VERSION_ID, as 2028-06-30.
    let versions: [String: String]?
    let rolling: Rolling?
  }

  /// A distribution without versions is supported as long as it is brought up to date.
  struct Rolling: Decodable {
    /// What changes with every update.
    let witness: String
    let days: Int64
  }

  /// Day of the data.
  let date: String
  let distributions: [Distribution]

  /// The end of support of a version, or of the longest beginning of it that is listed: 9.4 stands under 9.
  ///
  /// `changed` tells when the witness of a rolling distribution last changed.
  func end(
    id: String, version: String, changed: (String) throws -> Int64?
  ) rethrows -> (end: Int64, source: String)? {
    guard let distribution = distributions.first(where: { $0.id == id }) else { return nil }
    if let rolling = distribution.rolling {
      return try changed(rolling.witness).map { ($0 + rolling.days * 86_400, distribution.source) }
    }
    var version = version[...]
    while !version.isEmpty {
      if let day = distribution.versions?[String(version)], let end = Self.endOfDay(day) {
        return (end, distribution.source)
      }
      guard let dot = version.lastIndex(of: ".") else { break }
      version = version[..<dot]
    }
    return nil
  }

  /// The last second of a day in UTC; nil if the text is no date.
  static func endOfDay(_ text: String) -> Int64? { CivilDay.start(text).map { $0 + 86_399 } }
}
