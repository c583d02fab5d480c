import Rules

extension TextReport {
  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// The picture of the machine's life, one line of blocks a row; nothing where nothing has a time.
  func timeline(_ canvas: inout TextCanvas) {
    guard let timeline = Timeline(content) else { return }
    canvas.heading(say(Wording.timeline))
    let lanes = TimelineSpan.Lane.allCases
    let column = (lanes.map { say(Wording.lane($0)).count }.max() ?? 0) + 4
    let cells = max(20, options.width - column)
    for lane in lanes {
      let name = say(Wording.lane(lane))
      let padding = String(repeating: " ", count: column - 2 - name.count)
      let mark = timeline.isBlind(lane) ? "* " : "  "
      canvas.line(("\(mark)\(name)\(padding)\(bar(lane, timeline, cells))", nil))
    }
    let (first, last) = (say.moment.day(timeline.start), say.moment.day(timeline.end))
    let gap = String(repeating: " ", count: max(1, cells - first.count - last.count))
    canvas.line((String(repeating: " ", count: column) + first + gap + last, .dim))
    if lanes.contains(where: timeline.isBlind) {
      canvas.paragraph("* \(say(Wording.laneBlind))", style: .dim)
    }
    for law in timeline.laws {
      canvas.paragraph(
        "┊ " + say(Wording.lawBegins(law.instrument, say.moment.lawDay(law.time))), first: "  ", style: .dim)
    }
  }

  /// The height of a block is the number of spans that touch its stretch of time, beside the row's greatest.
  private func bar(_ lane: TimelineSpan.Lane, _ timeline: Timeline, _ cells: Int) -> String {
    func cell(_ time: Int64) -> Int { min(cells - 1, Int(timeline.place(time) * Double(cells))) }
    var counts = [Int](repeating: 0, count: cells)
    for span in timeline.spans(of: lane) {
      for index in cell(span.from)...cell(span.until) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    let laws = Set(timeline.laws.map { cell($0.time) })
    return String(
      counts.enumerated().map { index, count in
        if count == 0 { return laws.contains(index) ? "┊" : "·" }
        return Self.blocks[max(0, (count * Self.blocks.count + most - 1) / most - 1)]
      })
  }
}
