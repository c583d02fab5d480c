import Rules

extension HTMLReport {
  private static let width = 960.0
  private static let labels = 170.0
  private static let row = 30.0
  private static let top = 26.0

  /// The picture of the machine's life, as SVG; nothing where nothing has a time.
  func timeline(_ html: inout HTML) {
    guard let timeline = Timeline(content) else { return }
    section(Wording.timeline, nil, &html) { html in
      let lanes = TimelineSpan.Lane.allCases
      let bottom = Self.top + Self.row * Double(lanes.count)
      let box = "0 0 \(Self.text(Self.width)) \(Self.text(bottom + 30))"
      html.element("svg", ["class": "timeline", "viewBox": box, "role": "img"]) { html in
        html.element("title", say(Wording.timeline))
        html.element("desc", lanes.map { summary($0, timeline) }.joined(separator: "; "))
        axis(timeline, bottom, &html)
        for (index, lane) in lanes.enumerated() {
          draw(lane, timeline, Self.top + Self.row * Double(index), &html)
        }
      }
      html.element("p", say(Wording.timelineNote), ["class": "note"])
    }
  }

  private func summary(_ lane: TimelineSpan.Lane, _ timeline: Timeline) -> String {
    let spans = timeline.spans(of: lane)
    let first = spans.map(\.from).min()
    let last = spans.map(\.until).max()
    let range = first.flatMap { first in last.map { say.moment.range(first, $0) } } ?? ""
    return say(Wording.laneSummary(lane, spans.count, range))
  }

  private func axis(_ timeline: Timeline, _ bottom: Double, _ html: inout HTML) {
    for mark in timeline.marks(offset: say.moment.offset) {
      let x = Self.x(timeline.place(mark))
      shape(
        "path",
        ["class": "mark", "d": "M\(Self.text(x)) \(Self.text(Self.top))V\(Self.text(bottom))"], &html)
      let anchor = x > Self.width - 60 ? "end" : "middle"
      html.element(
        "text", say.moment.day(mark),
        ["class": "axis", "x": Self.text(x), "y": Self.text(bottom + 20), "text-anchor": anchor])
    }
    for law in timeline.laws {
      let x = Self.x(timeline.place(law.time))
      shape(
        "path", ["class": "law", "d": "M\(Self.text(x)) \(Self.text(Self.top - 6))V\(Self.text(bottom))"],
        &html)
      let anchor = x > Self.width * 0.6 ? "end" : "start"
      html.element(
        "text", say(Wording.lawBegins(law.instrument, say.moment.lawDay(law.time))),
        ["class": "axis", "x": Self.text(x), "y": Self.text(Self.top - 10), "text-anchor": anchor])
    }
  }

  private func draw(_ lane: TimelineSpan.Lane, _ timeline: Timeline, _ y: Double, _ html: inout HTML) {
    let middle = y + Self.row / 2
    html.element(
      "text", say(Wording.lane(lane)), ["class": "lane", "x": "0", "y": Self.text(middle + 5)])
    shape(
      "path",
      ["class": "base", "d": "M\(Self.text(Self.labels)) \(Self.text(middle))H\(Self.text(Self.width))"],
      &html)
    let spans = timeline.spans(of: lane)
    for (x, width) in Self.merged(spans, timeline, merging: lane != .coverage) {
      shape(
        "rect",
        [
          "class": "\(lane.rawValue)-span", "x": Self.text(x), "width": Self.text(width),
          "y": Self.text(middle - 8), "height": "16",
        ], &html)
    }
    let isBlind = timeline.isBlind(lane)
    guard spans.isEmpty || isBlind else { return }
    html.element(
      "text", say(isBlind ? Wording.laneBlind : Wording.laneEmpty),
      [
        "class": isBlind ? "state blind" : "state", "x": Self.text(Self.width),
        "y": Self.text(middle - 3), "text-anchor": "end",
      ])
  }

  /// Bars at least three units wide; those that touch become one where their number says nothing.
  private static func merged(
    _ spans: [TimelineSpan], _ timeline: Timeline, merging: Bool
  ) -> [(x: Double, width: Double)] {
    let smallest = 3.0
    var bars: [(x: Double, width: Double)] = []
    for span in spans.sorted(by: { $0.from < $1.from }) {
      let begin = min(x(timeline.place(span.from)), width - smallest)
      let end = max(x(timeline.place(span.until)), begin + smallest)
      if merging, let last = bars.last, begin <= last.x + last.width {
        bars[bars.count - 1].width = max(last.width, end - last.x)
      } else {
        bars.append((begin, end - begin))
      }
    }
    return bars
  }

  private func shape(_ name: StaticString, _ attributes: HTML.Attributes, _ html: inout HTML) {
    html.element(name, attributes) { _ in }
  }

  private static func x(_ place: Double) -> Double { labels + place * (width - labels) }

  /// A number with one decimal.
  private static func text(_ number: Double) -> String { String((number * 10).rounded() / 10) }
}
