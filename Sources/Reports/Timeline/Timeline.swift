import Facts
import Rules

/// The picture of a machine's life: rows of spans over one axis of time.
struct Timeline {
  /// Begin and end of the axis, Unix seconds.
  let start: Int64
  let end: Int64
  /// Days on which an edition of the law came into force, inside the axis, with its instrument.
  let laws: [(time: Int64, instrument: String)]
  private let spans: [TimelineSpan]
  private let blind: Set<String>

  /// nil where nothing has a time.
  ///
  /// Times after the scan and before the year 2000 are those of wrong clocks; they are left out here and named elsewhere.
  init?(_ content: ReportContent) {
    let earliest: Int64 = 946_684_800
    let end = content.outcome.scan.collectedAt
    spans = content.outcome.timeline.filter { $0.from >= earliest && $0.from <= end }.map {
      TimelineSpan($0.lane, $0.from, min($0.until, end))
    }
    guard let first = spans.map(\.from).min() else { return nil }
    let day: Int64 = 86_400
    let start = min(first, end - day)
    self.start = start - (end - start) / 50
    self.end = end
    let begin = self.start
    laws = content.outcome.editions.compactMap { edition in
      let time = edition.edition.inForceFrom
      return time > begin && time < end ? (time, edition.edition.instrument) : nil
    }
    blind = Set(content.blindTables.map(\.table))
  }

  func spans(of lane: TimelineSpan.Lane) -> [TimelineSpan] { spans.filter { $0.lane == lane } }

  /// Whether a table that the row rests on was not wholly read.
  func isBlind(_ lane: TimelineSpan.Lane) -> Bool { lane.tables.contains(where: blind.contains) }

  /// A time's place on the axis, 0 to 1.
  func place(_ time: Int64) -> Double {
    min(1, max(0, Double(time - start) / Double(max(end - start, 1))))
  }

  /// Marks of the axis, at most eight: days, months or years that begin, whichever fits.
  func marks(offset: Int64) -> [Int64] {
    let day: Int64 = 86_400
    let limit = 8
    for step in [1, 2, 7, 14] {
      let days = (end - start) / day / Int64(step)
      guard days <= Int64(limit) else { continue }
      let first = (start + offset) / day * day - offset + day
      return Array(stride(from: first, through: end, by: Int(Int64(step) * day)))
    }
    let months = Self.months(start, end, offset)
    for step in [1, 2, 3, 6, 12, 24, 60, 120] {
      let chosen = months.filter { $0.number % step == 0 }.map(\.time)
      if chosen.count <= limit { return chosen }
    }
    return []
  }

  /// The first days of months between two times, with the months' number since the year 0.
  private static func months(_ start: Int64, _ end: Int64, _ offset: Int64) -> [(number: Int, time: Int64)] {
    var months: [(Int, Int64)] = []
    for year in 2000...2100 {
      for month in 0..<12 {
        guard let time = Moment.dayBegins(year: year, month: month + 1, offset: offset) else { continue }
        if time > end { return months }
        if time >= start { months.append((year * 12 + month, time)) }
      }
    }
    return months
  }
}
