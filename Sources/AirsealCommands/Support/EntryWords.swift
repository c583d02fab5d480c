import Foundation
import Journal
import Rules

/// Entries and spans of the journal as lines of one language.
struct EntryWords {
  let labels: Labels
  let language: Language
  private let form: DateFormatter

  init(labels: Labels, language: Language) {
    self.labels = labels
    self.language = language
    form = DateFormatter()
    form.locale = Locale(identifier: "en_US_POSIX")
    form.dateFormat = "yyyy-MM-dd HH:mm:ss.SSS"
  }

  func line(_ entry: EventEntry) -> String {
    line(
      sequence: entry.sequence, time: entry.moment.time, kind: entry.kind.rawValue, detail: entry.detail)
  }

  /// `time` is in microseconds since 1970.
  func line(sequence: Int64, time moment: Int64, kind: String, detail: [String: String]) -> String {
    let detail = detail.sorted { $0.key < $1.key }.map { "\($0.key)=\(word($0.key, $0.value))" }
    return "\(sequence)  \(time(moment))  \(label("event", kind))  "
      + Grid.visible(detail.joined(separator: " "))
  }

  func line(_ interval: WatchSpan) -> String {
    let reason = interval.reason.map { " (\(label("gap_reason", $0.rawValue)))" } ?? ""
    return
      "\(time(interval.from)) – \(time(interval.until))  \(label("state", interval.state.rawValue))\(reason)"
  }

  private func word(_ key: String, _ value: String) -> String {
    switch key {
    case "from", "until": Int64(value).map(time) ?? value
    case "reason": label("gap_reason", value)
    default: value
    }
  }

  private func label(_ group: String, _ code: String) -> String {
    labels.has("\(group).\(code)") ? labels.text("\(group).\(code)")[language] : code
  }

  private func time(_ microseconds: Int64) -> String {
    form.string(from: Date(timeIntervalSince1970: Double(microseconds) / 1_000_000))
  }
}
