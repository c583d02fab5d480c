import LinuxHost

/// The date that a repository's server put into its release file: "Date: Sat, 16 May 2026 09:12:31 UTC" (RFC 5322).
enum ReleaseDate {
  /// Unix seconds; nil where the text has none.
  static func read(_ text: String) -> Int64? {
    for line in text.split(separator: "\n", maxSplits: 40) where line.hasPrefix("Date: ") {
      let words = line.dropFirst("Date: ".count).split(separator: " ")
      guard words.count >= 5, let day = Int(words[1]), let month = CivilTime.month(words[2]),
        let year = Int(words[3])
      else { return nil }
      return CivilTime(digits: "\(year) \(month) \(day) \(words[4])")?.utc
    }
    return nil
  }
}
