import Foundation

/// When distributions end their security support, as `rules/os-support.yaml` lists it.
struct SupportPeriods: Decodable {
  struct Distribution: Decodable {
    /// ID of os-release.
    let id: String
    let source: String
    /// Last day of support by VERSION_ID, as 2028-06-30.
    let versions: [String: String]
  }

  /// Day of the data.
  let date: String
  let distributions: [Distribution]

  /// The end of support of a version, or of the longest beginning of it that is listed: 9.4 stands under 9.
  func end(id: String, version: String) -> (end: Int64, source: String)? {
    guard let distribution = distributions.first(where: { $0.id == id }) else { return nil }
    var version = version[...]
    while !version.isEmpty {
      if let day = distribution.versions[String(version)], let end = Self.endOfDay(day) {
        return (end, distribution.source)
      }
      guard let dot = version.lastIndex(of: ".") else { break }
      version = version[..<dot]
    }
    return nil
  }

  /// The last second of a day in UTC; nil if the text is no date.
  static func endOfDay(_ text: String) -> Int64? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let components = DateComponents(year: year, month: month, day: day, hour: 23, minute: 59, second: 59)
    guard components.isValidDate(in: calendar), let date = calendar.date(from: components) else { return nil }
    return Int64(date.timeIntervalSince1970)
  }
}
