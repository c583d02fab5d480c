import Facts
import Rules

/// The report for a terminal: the first screen holds the answers, long lists are cut.
public struct TextReport {
  let content: ReportContent
  let options: ReportOptions
  let say: Phrases

  static let cut = 5

  public init(outcome: Outcome, options: ReportOptions) {
    self.content = ReportContent(outcome, redactsPaths: options.redactsPaths)
    self.options = options
    self.say = Phrases(content, options.language)
  }

  public func render() -> String {
    var canvas = TextCanvas(width: options.width, color: options.color)
    head(&canvas)
    verdicts(&canvas)
    actions(&canvas)
    timeline(&canvas)
    findings(&canvas)
    open(&canvas)
    blind(&canvas)
    informational(&canvas)
    passed(&canvas)
    answers(&canvas)
    waivers(&canvas)
    ledger(&canvas)
    digests(&canvas)
    return canvas.text
  }

  func shown<Item>(_ items: [Item]) -> [Item] {
    options.verbose ? items : Array(items.prefix(Self.cut))
  }

  func more(_ count: Int, _ canvas: inout TextCanvas, indent: String = "  ") {
    guard count > Self.cut, !options.verbose else { return }
    canvas.paragraph(say(Wording.more(count - Self.cut, Wording.inHTMLOrJSON)), first: indent, style: .dim)
  }
}
