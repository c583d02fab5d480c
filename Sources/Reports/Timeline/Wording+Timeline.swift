import Rules

extension Wording {
  static let timeline = LocalizedText(vi: "Dòng thời gian của máy", en: "Timeline of the machine")
  static let timelineNote = LocalizedText(
    vi:
      "Mỗi vạch là một dấu vết có thời gian; màu phạm vi nhật ký càng đậm thì càng nhiều nguồn. Khoảng trống chỉ nói rằng không còn dấu vết, không nói rằng máy không được dùng.",
    en:
      "Each bar is a trace with a time; the darker the coverage, the more sources. An empty stretch says that no trace is left, not that the machine was not used."
  )
  static let laneEmpty = LocalizedText(vi: "không có dấu vết có thời gian", en: "no trace with a time")
  static let laneBlind = LocalizedText(vi: "chưa đọc được hết", en: "not wholly read")

  /// An edition's first day on the axis.
  static func lawBegins(_ instrument: String, _ day: String) -> LocalizedText {
    .init(vi: "\(day): Luật \(instrument) có hiệu lực", en: "\(day): Law \(instrument) comes into force")
  }

  static func lane(_ lane: TimelineSpan.Lane) -> LocalizedText {
    switch lane {
    case .life: .init(vi: "Cài đặt, bật máy", en: "Installation, starts")
    case .coverage: .init(vi: "Phạm vi nhật ký", en: "Coverage of logs")
    case .connection: .init(vi: "Kết nối mạng", en: "Connections")
    case .phone: .init(vi: "Điện thoại, modem", en: "Phones, modems")
    case .document: .init(vi: "Tài liệu có dấu mật", en: "Secret documents")
    }
  }

  /// What a reader who cannot see the picture is told of one row.
  static func laneSummary(_ lane: TimelineSpan.Lane, _ count: Int, _ range: String) -> LocalizedText {
    let name = self.lane(lane)
    return count == 0
      ? .init(vi: "\(name.vi): \(laneEmpty.vi)", en: "\(name.en): \(laneEmpty.en)")
      : .init(vi: "\(name.vi): \(count) (\(range))", en: "\(name.en): \(count) (\(range))")
  }
}
